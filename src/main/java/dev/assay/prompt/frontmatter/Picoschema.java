package dev.assay.prompt.frontmatter;

import dev.assay.llm.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns Picoschema, the short form of schemas in front matter, into JSON Schema; JSON Schema is left as it is. */
public final class Picoschema {
    /** The names of scalar types. */
    public static final Set<String> SCALARS = Set.of("any", "boolean", "integer", "null", "number", "string");

    /** What may stand in JSON Schema beside {@code type}. */
    private static final Set<String> KEYWORDS = Set.of(
            ("$anchor $comment $defs $id $ref $schema additionalProperties allOf anyOf const contains contentEncoding"
                            + " contentMediaType default definitions dependentRequired dependentSchemas deprecated"
                            + " description else enum examples exclusiveMaximum exclusiveMinimum format if items"
                            + " maxContains maxItems maxLength maxProperties maximum minContains minItems minLength"
                            + " minProperties minimum multipleOf not nullable oneOf pattern patternProperties"
                            + " prefixItems properties propertyNames readOnly required then title type"
                            + " unevaluatedItems unevaluatedProperties uniqueItems writeOnly")
                    .split(" "));

    private final Definitions named;
    private final List<Fault> faults = new ArrayList<>();

    private Picoschema(Definitions named) {
        this.named = named;
    }

    /** A mistake, with the keys that lead to it from the schema on. */
    public record Fault(List<String> path, String message) {}

    /**
     * A converted schema.
     *
     * @param schema the JSON Schema; of use only where there are no faults
     * @param faults what is wrong with the definition
     */
    public record Converted(Map<String, Object> schema, List<Fault> faults) {
        public Converted {
            faults = List.copyOf(faults);
        }
    }

    /** Converts a definition as it stands in the file. */
    public static Converted convert(@Nullable Object definition) {
        return convert(definition, Definitions.NONE);
    }

    /**
     * Converts a definition.
     *
     * @param named schemas that may be referred to by name
     */
    public static Converted convert(@Nullable Object definition, Definitions named) {
        var converter = new Picoschema(named);
        var schema = converter.top(definition);
        return new Converted(schema, converter.faults);
    }

    private Map<String, Object> top(@Nullable Object definition) {
        if (definition instanceof String text && typeOf(text).equals("any")) {
            Map<String, Object> any = new LinkedHashMap<>(Map.of("type", "any"));
            any.putAll(scalar(text, List.of()));
            return any;
        }
        return schema(definition, List.of());
    }

    private Map<String, Object> schema(@Nullable Object definition, List<String> path) {
        return switch (definition) {
            case String text -> scalar(text, path);
            case Map<?, ?> map -> object(strings(map), path);
            case null -> noType(path);
            default -> noType(path);
        };
    }

    private Map<String, Object> noType(List<String> path) {
        faults.add(new Fault(path, "a type must stand here, such as 'string' or 'integer, how many', or fields below"));
        return new LinkedHashMap<>();
    }

    private static String typeOf(String text) {
        int comma = text.indexOf(',');
        return (comma < 0 ? text : text.substring(0, comma)).strip();
    }

    private static String descriptionOf(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? "" : text.substring(comma + 1).strip();
    }

    private Map<String, Object> scalar(String text, List<String> path) {
        String type = typeOf(text);
        Map<String, Object> schema = new LinkedHashMap<>();
        if (named.schemas().containsKey(type)) {
            schema.putAll(named.schemas().get(type));
        } else if (!SCALARS.contains(type)) {
            faults.add(new Fault(path, unknown(type)));
        } else if (!type.equals("any")) {
            schema.put("type", type);
        }
        if (!descriptionOf(text).isEmpty()) {
            schema.put("description", descriptionOf(text));
        }
        return schema;
    }

    private String unknown(String type) {
        var known = new TreeSet<>(SCALARS);
        known.addAll(named.schemas().keySet());
        return named.fault(Definitions.SCHEMAS, type)
                .map(fault -> "the schema '" + type + "' cannot be used: " + fault)
                .orElseGet(() -> "there is no type '" + type + "': use string, integer, number, boolean, null or any,"
                        + (named.complete() ? " or a schema in schemas/," : "")
                        + " or write name(array), name(enum) or name(object)" + NearestName.hint(type, known));
    }

    /** Whether a map is JSON Schema rather than fields. */
    public static boolean isJsonSchema(Map<String, Object> map) {
        Object type = map.get("type");
        boolean typed = type instanceof String name
                && (SCALARS.contains(name) || name.equals("object") || name.equals("array"));
        return typed || map.get("properties") instanceof Map;
    }

    /**
     * Fields that are taken for JSON Schema because one of them is named {@code type} and has a plain type: a mistake
     * that changes what the whole map means.
     */
    public static List<Fault> hiddenFields(@Nullable Object definition) {
        var found = new ArrayList<Fault>();
        hiddenFields(definition, List.of(), found);
        return found;
    }

    private static void hiddenFields(@Nullable Object definition, List<String> path, List<Fault> found) {
        if (!(definition instanceof Map<?, ?> written)) {
            return;
        }
        Map<String, Object> map = strings(written);
        if (!isJsonSchema(map)) {
            map.forEach((key, value) -> hiddenFields(value, append(path, key), found));
        } else if (map.keySet().stream().anyMatch(key -> !KEYWORDS.contains(key) && !key.startsWith("x-"))) {
            found.add(new Fault(
                    append(path, "type"),
                    "a field named 'type' makes the fields beside it JSON Schema: give it a description, such as"
                            + " 'type: string, what kind', or write all fields under 'properties'"));
        }
    }

    private Map<String, Object> object(Map<String, Object> map, List<String> path) {
        if (isJsonSchema(map)) {
            var schema = new LinkedHashMap<>(map);
            schema.putIfAbsent("type", "object");
            return schema;
        }
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        Object others = false;
        for (var entry : map.entrySet()) {
            List<String> inner = append(path, entry.getKey());
            if (entry.getKey().equals("(*)")) {
                others = schema(entry.getValue(), inner);
                continue;
            }
            var field = SchemaField.parse(entry.getKey());
            properties.put(field.name(), property(field, entry.getValue(), inner));
            if (!field.optional()) {
                required.add(field.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", others);
        return schema;
    }

    private Map<String, Object> property(SchemaField field, @Nullable Object value, List<String> path) {
        Map<String, Object> schema = switch (field.kind()) {
            case "" -> schema(value, path);
            case "array" -> array(value, path);
            case "object" -> fields(value, path);
            case "enum" -> enumeration(field, value, path);
            default -> {
                faults.add(new Fault(
                        path, "there is no kind '" + field.kind() + "': use array, object or enum in parentheses"));
                yield new LinkedHashMap<>();
            }
        };
        if (field.optional() && schema.get("type") instanceof String type && !type.equals("null")) {
            schema.put("type", List.of(type, "null"));
        }
        if (!field.description().isEmpty()) {
            schema.put("description", field.description());
        }
        return schema;
    }

    private Map<String, Object> array(@Nullable Object items, List<String> path) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", schema(items, path));
        return schema;
    }

    private Map<String, Object> fields(@Nullable Object value, List<String> path) {
        if (value instanceof Map<?, ?> map) {
            return object(strings(map), path);
        }
        faults.add(new Fault(path, "the fields of this object must stand below it"));
        return new LinkedHashMap<>();
    }

    private Map<String, Object> enumeration(SchemaField field, @Nullable Object value, List<String> path) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            faults.add(new Fault(path, "the values of an enum stand in a list: [a, b]"));
            return schema;
        }
        var values = new ArrayList<@Nullable Object>(list);
        if (field.optional() && !values.contains(null)) {
            values.add(null);
        }
        schema.put("enum", values);
        return schema;
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    private static List<String> append(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
