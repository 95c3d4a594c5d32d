package dev.assay.prompt;

import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.frontmatter.SchemaField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An input that the front matter names.
 *
 * @param name the variable
 * @param type in Picoschema's words, or null
 * @param description or null
 * @param required must be given, unless there is a default
 * @param options the values of an enum; empty where others are allowed
 * @param key the key in the file that declares it
 */
record DeclaredInput(
        String name,
        @Nullable String type,
        @Nullable String description,
        boolean required,
        List<Object> options,
        List<String> key) {

    /** The inputs of a schema and those that only have a default, by name. */
    static Map<String, DeclaredInput> of(FrontMatter frontMatter) {
        var declared = new LinkedHashMap<String, DeclaredInput>();
        Map<String, Object> schema = frontMatter.inputSchema();
        var inputs = Picoschema.isJsonSchema(schema) ? ofJsonSchema(schema) : ofPicoschema(schema);
        inputs.forEach(input -> declared.put(input.name, input));
        for (String name : frontMatter.inputDefault().keySet()) {
            declared.putIfAbsent(
                    name, new DeclaredInput(name, null, null, false, List.of(), List.of("input", "default", name)));
        }
        return declared;
    }

    private static List<DeclaredInput> ofPicoschema(Map<String, Object> schema) {
        var inputs = new ArrayList<DeclaredInput>();
        schema.forEach((key, value) -> {
            if (key.equals("(*)")) {
                return;
            }
            var field = SchemaField.parse(key);
            String text = value instanceof String written && field.kind().isEmpty() ? written : "";
            int comma = text.indexOf(',');
            String scalar = comma < 0 ? text : text.substring(0, comma).strip();
            String type = !field.kind().isEmpty() ? field.kind() : value instanceof Map ? "object" : scalar;
            String described =
                    comma < 0 ? field.description() : text.substring(comma + 1).strip();
            inputs.add(new DeclaredInput(
                    field.name(),
                    type.isEmpty() ? null : type,
                    described.isEmpty() ? null : described,
                    !field.optional(),
                    field.kind().equals("enum") ? options(value) : List.of(),
                    List.of("input", "schema", key)));
        });
        return inputs;
    }

    private static List<DeclaredInput> ofJsonSchema(Map<String, Object> schema) {
        var inputs = new ArrayList<DeclaredInput>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            List<?> required = schema.get("required") instanceof List<?> list ? list : List.of();
            properties.forEach((key, value) -> {
                Map<?, ?> property = value instanceof Map<?, ?> map ? map : Map.of();
                String name = String.valueOf(key);
                inputs.add(new DeclaredInput(
                        name,
                        type(property.get("type")),
                        property.get("description") instanceof String text ? text : null,
                        required.contains(name),
                        options(property.get("enum")),
                        List.of("input", "schema", "properties", name)));
            });
        }
        return inputs;
    }

    /** A type that may also be null stands in a list with it. */
    private static @Nullable String type(@Nullable Object declared) {
        List<?> types = declared instanceof List<?> list ? list : declared == null ? List.of() : List.of(declared);
        return types.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(type -> !type.equals("null"))
                .findFirst()
                .orElse(null);
    }

    private static List<Object> options(@Nullable Object values) {
        var options = new ArrayList<Object>();
        if (values instanceof List<?> list) {
            list.stream().filter(Objects::nonNull).forEach(options::add);
        }
        return options;
    }
}
