package dev.assay.prompt.assist.reading;

import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.ToolDefinition;
import dev.assay.prompt.inputs.SchemaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to say about a named schema or tool. */
final class DefinitionHover {
    private static final int FIELDS = 8;

    private DefinitionHover() {}

    static Hover of(DefinitionUse use, ParsedPrompt prompt) {
        Definitions definitions = prompt.definitions();
        boolean tool = use.folder().equals(Definitions.TOOLS);
        String title = (tool ? "tool " : "schema ") + use.name();
        Optional<OwnTool> own = tool ? OwnTool.named(prompt, use.name()) : Optional.empty();
        if (own.isPresent()) {
            return ofOwn(use, title, own.get().definition());
        }
        Optional<Hover> broken = definitions
                .fault(use.folder(), use.name())
                .map(fault -> hover(use, title, "It cannot be used: " + fault, ""));
        return broken.orElseGet(() -> tool
                ? ofTool(use, title, definitions)
                : ofSchema(use, title, definitions.schemas().get(use.name()), definitions));
    }

    private static Hover ofOwn(DefinitionUse use, String title, ToolDefinition tool) {
        String text = lines(Optional.ofNullable(tool.description()), Optional.of("Defined here under toolDefs"));
        return hover(use, title, text, fields(tool.inputSchema()));
    }

    private static Hover ofTool(DefinitionUse use, String title, Definitions definitions) {
        ToolDefinition tool = definitions.tools().get(use.name());
        if (tool == null) {
            return hover(use, title, "Neither a file under tools/ nor toolDefs here defines it.", "");
        }
        String inputs = fields(tool.inputSchema());
        return hover(use, title, text(tool.description(), use, definitions), inputs);
    }

    private static Hover ofSchema(
            DefinitionUse use, String title, @Nullable Map<String, Object> schema, Definitions definitions) {
        if (schema == null) {
            return hover(use, title, "No file under schemas/ defines it.", "");
        }
        return hover(use, title, text(new SchemaType(schema).description(), use, definitions), fields(schema));
    }

    private static String text(@Nullable String description, DefinitionUse use, Definitions definitions) {
        return lines(
                Optional.ofNullable(description),
                definitions.file(use.folder(), use.name()).map(file -> "Defined in " + file));
    }

    private static String lines(Optional<String> description, Optional<String> place) {
        return Stream.of(description.filter(line -> !line.isBlank()), place)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static Hover hover(DefinitionUse use, String title, String text, String code) {
        return new Hover(title, text, code, use.start(), use.end());
    }

    /** The fields of an object a line each; what else a schema allows is told by its type. */
    private static String fields(Map<String, Object> schema) {
        var type = new SchemaType(schema);
        Map<String, SchemaType> fields = type.fields();
        if (fields.isEmpty()) {
            return Optional.ofNullable(type.name()).orElse("");
        }
        List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
        String lines = fields.entrySet().stream()
                .limit(FIELDS)
                .map(field -> line(field.getKey(), field.getValue(), required.contains(field.getKey())))
                .collect(Collectors.joining("\n"));
        return fields.size() > FIELDS ? lines + "\n(" + (fields.size() - FIELDS) + " more)" : lines;
    }

    private static String line(String name, SchemaType type, boolean required) {
        String word = Optional.ofNullable(type.name()).orElse("any");
        String description =
                Optional.ofNullable(type.description()).map(text -> ", " + text).orElse("");
        return Hover.shorten(name + (required ? "" : "?") + ": " + word + description);
    }
}
