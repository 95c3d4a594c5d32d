package dev.assay.exchange.chat;

import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.exporting.ExportRequest;
import dev.assay.exchange.report.Report;
import dev.assay.llm.ResponseFormat;
import dev.assay.prompt.FrontMatter;
import dev.assay.prompt.frontmatter.ToolDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings of a prompt as other tools write them, and those that a tool has no place for. */
public final class SettingsExport {
    private static final Set<String> CONTENT = Set.of("model", "config", "input", "name", "variant", "version");

    private SettingsExport() {}

    /** {@code response_format} as OpenAI has it; empty for plain text. */
    public static Optional<Map<String, Object>> responseFormat(ExportRequest request) {
        return switch (request.prompt().format()) {
            case ResponseFormat.PlainText text -> Optional.empty();
            case ResponseFormat.JsonObject json -> Optional.of(Map.of("type", "json_object"));
            case ResponseFormat.JsonSchema schema -> Optional.of(schema(schema));
        };
    }

    private static Map<String, Object> schema(ResponseFormat.JsonSchema schema) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", schema.name());
        named.put("schema", JsonDocument.read("output.schema", schema.schema()).raw());
        Map<String, Object> format = new LinkedHashMap<>();
        format.put("type", "json_schema");
        format.put("json_schema", named);
        return format;
    }

    /** The prompt's tools as OpenAI has them; may be empty. */
    public static List<Object> tools(ExportRequest request) {
        List<Object> tools = new ArrayList<>();
        for (Map<String, Object> function : functions(request)) {
            Map<String, Object> tool = new LinkedHashMap<>();
            tool.put("type", "function");
            tool.put("function", function);
            tools.add(tool);
        }
        return tools;
    }

    /** The functions that the prompt's tools are, each with name, description and parameters; may be empty. */
    public static List<Map<String, Object>> functions(ExportRequest request) {
        List<Map<String, Object>> functions = new ArrayList<>();
        for (ToolDefinition definition : request.prompt().frontMatter().toolDefs()) {
            Map<String, Object> function = new LinkedHashMap<>();
            function.put("name", definition.name());
            if (definition.description() != null) {
                function.put("description", definition.description());
            }
            function.put("parameters", definition.inputSchema());
            functions.add(function);
        }
        return functions;
    }

    /** What the author calls the prompt by; may be empty. */
    public static List<?> tags(ExportRequest request) {
        Object tags = request.prompt()
                .frontMatter()
                .ext()
                .getOrDefault("assay", Map.of())
                .get("tags");
        return tags instanceof List<?> list ? list : List.of();
    }

    /**
     * Tells which settings are not in the export.
     *
     * @param carried the keys of the front matter that are, besides model, config and inputs
     * @param format its name
     */
    public static void leftOut(ExportRequest request, Set<String> carried, String format, Report.Builder report) {
        FrontMatter settings = request.prompt().frontMatter();
        settings.raw().forEach((key, value) -> {
            if (value != null && !CONTENT.contains(key) && !carried.contains(key)) {
                report.leftOut("", key, "left out: " + format + " has no place for it");
            }
        });
    }
}
