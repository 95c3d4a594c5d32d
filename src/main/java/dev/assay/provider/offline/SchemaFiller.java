package dev.assay.provider.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Fills one JSON schema from sentences. The thorough model fills optional properties too. For one use. */
final class SchemaFiller {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 12;

    private final Style style;
    private final JsonNode root;
    private final Set<String> quoted = new HashSet<>();

    SchemaFiller(Style style, JsonNode root) {
        this.style = style;
        this.root = root;
    }

    JsonNode fill(PromptParts parts) {
        return value(root, "", new Passages(Sentences.of(parts.input())), 0);
    }

    private JsonNode value(JsonNode declared, String name, Passages passages, int depth) {
        JsonNode schema = resolve(declared, depth);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return new Choices(style).option(schema.get("enum"), passages);
        }
        Set<String> hint = hint(schema, name);
        return switch (type(schema)) {
            case "object" -> object(schema, passages, depth);
            case "array" -> array(schema, name, passages, depth);
            case "boolean" -> NODES.booleanNode(new Choices(style).holds(hint, passages));
            case "integer", "number" -> Numbers.find(schema, hint, passages);
            case "null" -> NODES.nullNode();
            default -> text(schema, hint, passages);
        };
    }

    private ObjectNode object(JsonNode schema, Passages passages, int depth) {
        ObjectNode object = NODES.objectNode();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            boolean wanted = style == Style.THOROUGH || required.contains(property.getKey());
            if (wanted && depth < DEEPEST) {
                object.set(property.getKey(), value(property.getValue(), property.getKey(), passages, depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode schema, String name, Passages passages, int depth) {
        ArrayNode array = NODES.arrayNode();
        JsonNode items = resolve(schema.path("items"), depth);
        if (depth >= DEEPEST) {
            return array;
        }
        if (items.path("enum").isArray()) {
            array.addAll(new Choices(style).options(items.get("enum"), passages, style.passages()));
            return array;
        }
        int count = Math.clamp(
                style.passages(),
                schema.path("minItems").asInt(0),
                schema.path("maxItems").asInt(Integer.MAX_VALUE));
        double[] weights = weights(hint(schema, name), passages);
        for (Passages one : passages.apart(Passages.top(weights, count))) {
            array.add(value(items, name, one, depth + 1));
        }
        return array;
    }

    /** The best sentences that no other property has used; a limit in the description is obeyed. */
    private TextNode text(JsonNode schema, Set<String> hint, Passages passages) {
        int limit = SentenceLimit.in(schema.path("description").asText());
        int wanted = style == Style.BRIEF ? 1 : 2;
        int count = limit > 0 ? Math.min(limit, wanted) : wanted;
        List<String> best = passages.at(Passages.top(weights(hint, passages), count));
        quoted.addAll(best);
        String text = Sentences.join(best);
        int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return NODES.textNode(text.length() > longest ? text.substring(0, longest) : text);
    }

    private double[] weights(Set<String> hint, Passages passages) {
        double[] central = passages.weights(style == Style.BRIEF ? 0.4 : 0.1);
        double[] near = passages.overlaps(hint);
        return IntStream.range(0, central.length)
                .mapToDouble(i -> (central[i] + 2 * near[i])
                        * (quoted.contains(passages.sentences().get(i)) ? 0.3 : 1))
                .toArray();
    }

    private static Set<String> hint(JsonNode schema, String name) {
        Set<String> hint = new HashSet<>(Terms.ofName(name));
        hint.addAll(Terms.of(schema.path("description").asText()));
        return hint;
    }

    /** Follows references within the schema, and takes the first alternative that is not null. */
    private JsonNode resolve(JsonNode schema, int depth) {
        if (depth < DEEPEST && schema.path("$ref").asText().startsWith("#/")) {
            return resolve(root.at(schema.get("$ref").asText().substring(1)), depth + 1);
        }
        for (String key : List.of("anyOf", "oneOf", "allOf")) {
            if (depth < DEEPEST && schema.path(key).isArray()) {
                return StreamSupport.stream(schema.get(key).spliterator(), false)
                        .filter(option -> !option.path("type").asText().equals("null"))
                        .findFirst()
                        .map(option -> resolve(option, depth + 1))
                        .orElse(NODES.objectNode().put("type", "null"));
            }
        }
        return schema;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return StreamSupport.stream(type.spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(each -> !each.equals("null"))
                    .findFirst()
                    .orElse("null");
        }
        return type.isTextual() ? type.asText() : schema.has("properties") ? "object" : "string";
    }
}
