package dev.assay.prompt.assist;

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
    /** Nothing is known about it. */
    public static final SchemaType UNKNOWN = new SchemaType(Map.of());

    /** The type of a field; unknown where there is none. */
    public SchemaType field(String name) {
        return fields().getOrDefault(name, UNKNOWN);
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

    private static SchemaType of(@Nullable Object type) {
        if (!(type instanceof Map<?, ?> map)) {
            return UNKNOWN;
        }
        var schema = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> schema.put(String.valueOf(key), value));
        return new SchemaType(schema);
    }
}
