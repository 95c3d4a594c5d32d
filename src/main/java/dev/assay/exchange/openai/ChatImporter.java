package dev.assay.exchange.openai;

import dev.assay.exchange.chat.ChatMessages;
import dev.assay.exchange.chat.Parameters;
import dev.assay.exchange.chat.PromptDraft;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.document.JsonDocument;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.llm.InputException;
import dev.assay.llm.Role;
import dev.assay.llm.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a list of messages, or the body of a request, into a prompt. Its texts are texts: braces mean nothing. */
public final class ChatImporter implements Importer {
    private static final Set<String> HANDLED = Set.of(
            "model",
            "messages",
            "input",
            "instructions",
            "system",
            "tools",
            "functions",
            "response_format",
            "stream",
            "stream_options",
            "options",
            "format");

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        Value root = JsonDocument.read(source.file(), source.text());
        Value messages = root.isList() ? root : root.get(root.get("messages").exists() ? "messages" : "input");
        if (!ChatMessages.isChat(messages)) {
            throw new InputException(
                    new SourceLocation(source.file(), 1, 1),
                    "This is no chat: it needs a list of messages, each with a role");
        }
        var report = new Report.Builder();
        var draft = new PromptDraft();
        if (root.isMap()) {
            body(root, draft, report);
        }
        messages.items().stream()
                .map(message -> message.get("content"))
                .filter(content -> content.textOr("").contains("{{"))
                .forEach(content -> report.needsHand(
                        content.place(),
                        "{{ in the text",
                        "kept as text: take the backslash away where it is an input"));
        new ChatMessages((text, place) -> ParsedTemplate.literal(text), draft, report).read(messages.items());
        report.converted(messages.place(), messages.items().size() + " messages", "messages with roles");
        return new ImportResult(List.of(draft.finish(source.name(), "", List.of(), report)), List.of(), report.build());
    }

    private static void body(Value root, PromptDraft draft, Report.Builder report) {
        String model = root.get("model").textOr("");
        if (!model.isEmpty()) {
            String full = Parameters.model(model).orElse("openai/" + model);
            draft.put("model", full);
            report.converted(root.get("model").place(), "model " + model, "model: " + full);
        }
        for (String key : List.of("system", "instructions")) {
            root.get(key).text().ifPresent(text -> draft.message(Role.SYSTEM, ParsedTemplate.literal(text)));
        }
        Parameters.read(root, draft, "openai", HANDLED, report);
        Parameters.read(root.get("options"), draft, "openai", Set.of(), report);
        format(root.get("response_format"), draft, report);
        tools(root.get("tools"), draft, report);
        if (root.get("functions").exists()) {
            report.leftOut(root.get("functions").place(), "functions", "left out: write them as toolDefs");
        }
    }

    private static void format(Value format, PromptDraft draft, Report.Builder report) {
        Value schema = format.get("json_schema").get("schema");
        if (schema.isMap()) {
            draft.put("output", Map.of("format", "json", "schema", schema.plainFields()));
        } else if (format.get("type").textOr("").startsWith("json")) {
            draft.put("output", Map.of("format", "json"));
        }
        if (format.exists()) {
            report.converted(format.place(), "response_format", "output");
        }
    }

    private static void tools(Value tools, PromptDraft draft, Report.Builder report) {
        List<Object> definitions = new ArrayList<>();
        for (Value tool : tools.items()) {
            Value function = tool.get("function").isMap() ? tool.get("function") : tool;
            if (!function.get("name").isText()) {
                report.leftOut(
                        tool.place(),
                        "tool of type " + tool.get("type").textOr("?"),
                        "left out: only functions have an equivalent");
                continue;
            }
            Map<String, Object> definition = new LinkedHashMap<>();
            definition.put("name", function.get("name").textOr(""));
            function.get("description").text().ifPresent(text -> definition.put("description", text));
            Value parameters = function.get(function.get("parameters").exists() ? "parameters" : "input_schema");
            definition.put("inputSchema", parameters.plainFields());
            definitions.add(definition);
            report.converted(tool.place(), "tool " + definition.get("name"), "toolDefs");
        }
        if (!definitions.isEmpty()) {
            draft.put("toolDefs", definitions);
        }
    }
}
