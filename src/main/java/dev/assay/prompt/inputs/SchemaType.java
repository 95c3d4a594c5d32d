package dev.assay.prompt.inputs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A type in JSON Schema's words, to walk along a path of names.
 *
 * @param schema as read; empty where nothing is known
 */
public record SchemaType(Map<String, Object> schema) {
    private static final int MOST_LISTED = 12;

    /** Nothing is known about it. */
    public static final SchemaType UNKNOWN = new SchemaType(Map.of());

    /** The type of a field; unknown where there is none. */
    public SchemaType field(String name) {
        return schema.get("properties") instanceof Map<?, ?> properties ? of(properties.get(name)) : UNKNOWN;
    }

    /** Whether the schema names that field. */
    public boolean has(String name) {
        return schema.get("properties") instanceof Map<?, ?> properties && properties.containsKey(name);
    }

    /** The type of the elements of a list; unknown for others. */
    public SchemaType element() {
        return of(schema.get("items"));
    }

    /** The fields of an object, in order. */
    public Map<String, SchemaType> fields() {
        var fields = new LinkedHashMap<String, SchemaType>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, type) -> fields.put(String.valueOf(name), of(type)));
        }
        return fields;
    }

    /** The type that values have, {@code enum} where they are listed; null where it is not known or there are several. */
    public @Nullable String sole() {
        List<String> types = SchemaTypes.of(schema).stream()
                .filter(type -> !type.equals("null") && !type.equals("any"))
                .toList();
        boolean mixed = types.size() > 1
                || List.of("$ref", "anyOf", "oneOf", "allOf").stream().anyMatch(schema::containsKey);
        return mixed ? null : schema.get("enum") != null ? "enum" : types.isEmpty() ? null : types.getFirst();
    }

    /** What values must be, in words: {@code text (string)}. */
    public String words() {
        return schema.get("enum") != null
                ? "one of " + listed(options())
                : SchemaTypes.words(SchemaTypes.of(schema).stream()
                        .filter(type -> !type.equals("null"))
                        .toList());
    }

    /** Names for a message: the first of many. */
    public static String listed(Collection<String> names) {
        String first = names.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return names.size() > MOST_LISTED ? first + ", ..." : first;
    }

    /** The type's name, such as {@code string}, or {@code enum}; null where unknown. */
    public @Nullable String name() {
        Object type = schema.get("type");
        List<?> types = type instanceof List<?> list ? list : type == null ? List.of() : List.of(type);
        return types.stream()
                .map(String::valueOf)
                .filter(one -> !one.equals("null"))
                .findFirst()
                .orElse(schema.get("enum") == null ? null : "enum");
    }

    /** What it is for, or null. */
    public @Nullable String description() {
        return schema.get("description") instanceof String text ? text : null;
    }

    /** The values of an enum; empty for others. */
    public List<String> options() {
        return schema.get("enum") instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).map(String::valueOf).collect(Collectors.toList())
                : List.of();
    }

    /** The keys of a schema that was read are words; it is not copied, since a template may ask for it in each tag. */
    @SuppressWarnings("unchecked")
    private static SchemaType of(@Nullable Object type) {
        return type instanceof Map<?, ?> map ? new SchemaType((Map<String, Object>) map) : UNKNOWN;
    }
}
