package dev.assay.provider.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.InputException;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON as providers send it: every field may be absent, null or of another type than expected. */
public final class WireJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private WireJson() {}

    /** A new, empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Reads a document; empty where the text is none. */
    public static Optional<JsonNode> read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Reads a JSON Schema. Throws {@link InputException}, naming the kind and name of what has it, where it is none. */
    public static JsonNode schema(String kind, String name, String schema) {
        return read(schema)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new InputException(kind + " '" + name + "' has a schema that is not a JSON object"));
    }

    /** The text of a field, or null where it holds none. */
    public static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : null;
    }

    /** The text of a field, or an empty text. */
    public static String textOrEmpty(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? "" : text;
    }

    /** A count of tokens: a whole number of 0 or more, also written {@code 1e3} or {@code "12"}; null otherwise. */
    public static @Nullable Long count(JsonNode node) {
        BigDecimal number = number(node);
        try {
            return number == null || number.signum() < 0 ? null : Long.valueOf(number.longValueExact());
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** A number, also where it is written as a text; null otherwise. */
    public static @Nullable BigDecimal number(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        try {
            return node.isTextual() ? new BigDecimal(node.textValue().strip()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
