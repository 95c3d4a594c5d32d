package dev.assay.prompt.edit;

import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.frontmatter.SchemaField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a schema as a form shows it.
 *
 * @param name of the field
 * @param type a scalar such as {@code string}, a list such as {@code list of string}, or {@code enum}; {@code object} and
 *     {@code named} can only be changed in the text
 * @param optional whether it may be left out
 * @param description may be empty
 * @param options the values of an enum
 * @param key the key that declares it in the file
 */
public record SchemaEntry(
        String name, String type, boolean optional, String description, List<Object> options, String key) {
    /** The types that a form can give a field. */
    public static final List<String> TYPES = List.of(
            "string",
            "integer",
            "number",
            "boolean",
            "any",
            "enum",
            "list of string",
            "list of integer",
            "list of number",
            "list of any");

    private static final String LIST = "list of ";

    public SchemaEntry {
        options = List.copyOf(options);
    }

    /** Whether it has fields of its own or a type that only the text can name. */
    public boolean nested() {
        return !TYPES.contains(type);
    }

    /** This field with another name. */
    public SchemaEntry named(String now) {
        return new SchemaEntry(now, type, optional, description, options, key);
    }

    /** This field with another type. */
    public SchemaEntry typed(String now) {
        List<Object> values = now.equals("enum") && options.isEmpty() ? List.of("first", "second") : options;
        return new SchemaEntry(name, now, optional, description, values, key);
    }

    /** This field, optional or not. */
    public SchemaEntry optional(boolean now) {
        return new SchemaEntry(name, type, now, description, options, key);
    }

    /** This field with another description; empty for none. */
    public SchemaEntry described(String now) {
        return new SchemaEntry(name, type, optional, now, options, key);
    }

    /** This field with other values to choose from. */
    public SchemaEntry choosing(List<?> now) {
        return new SchemaEntry(name, type, optional, description, List.copyOf(now), key);
    }

    static SchemaEntry ofPicoschema(String key, @Nullable Object value) {
        SchemaField field = SchemaField.parse(key);
        String text = value instanceof String written ? written : "";
        int comma = text.indexOf(',');
        String scalar = (comma < 0 ? text : text.substring(0, comma)).strip();
        String described =
                comma < 0 ? field.description() : text.substring(comma + 1).strip();
        String type = switch (field.kind()) {
            case "" -> value instanceof Map ? "object" : scalar;
            case "enum" -> "enum";
            case "array" -> value instanceof String && comma < 0 ? LIST + scalar : "object";
            default -> "object";
        };
        return new SchemaEntry(
                field.name(),
                type,
                field.optional(),
                field.kind().isEmpty() ? described : field.description(),
                type.equals("enum") ? values(value) : List.of(),
                key);
    }

    static SchemaEntry ofJsonSchema(String key, Map<?, ?> property, boolean optional) {
        Object type = property.get("type");
        boolean choice = property.get("enum") instanceof List;
        String word = type instanceof String text ? text : "";
        if (word.equals("array") && property.get("items") instanceof Map<?, ?> items && items.size() == 1) {
            word = LIST + items.get("type");
        }
        String description = property.get("description") instanceof String text ? text : "";
        return new SchemaEntry(key, choice ? "enum" : word, optional, description, values(property.get("enum")), key);
    }

    private static List<Object> values(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).map(Object.class::cast).toList()
                : List.of();
    }

    /** The key that declares it in Picoschema. */
    String picoschemaKey() {
        String kind = type.equals("enum") ? "enum" : type.startsWith(LIST) ? "array" : "";
        String described = description.isEmpty() ? "" : ", " + description;
        return name + (optional ? "?" : "") + (kind.isEmpty() ? "" : "(" + kind + described + ")");
    }

    /** What stands behind that key. */
    Object picoschemaValue() {
        if (type.equals("enum")) {
            return options;
        }
        return type.startsWith(LIST) ? itemType() : description.isEmpty() ? type : type + ", " + description;
    }

    /** The type of a list's elements. */
    String itemType() {
        return type.substring(LIST.length());
    }

    boolean isList() {
        return type.startsWith(LIST);
    }

    /** Whether a map is JSON Schema rather than fields. */
    static boolean isJsonSchema(Map<String, Object> schema) {
        return Picoschema.isJsonSchema(schema);
    }
}
