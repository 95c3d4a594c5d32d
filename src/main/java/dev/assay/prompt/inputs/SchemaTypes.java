package dev.assay.prompt.inputs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of JSON Schema, and how they are called in messages. */
final class SchemaTypes {
    private static final int LONGEST = 40;

    private SchemaTypes() {}

    /** The types that a schema allows; empty for any. */
    static List<String> of(Map<?, ?> schema) {
        Object type = schema.get("type");
        List<?> types = type instanceof List<?> list ? list : type == null ? List.of() : List.of(type);
        return types.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    static boolean fits(@Nullable Object value, String type) {
        return switch (type) {
            case "null" -> value == null;
            case "string" -> value instanceof CharSequence;
            case "boolean" -> value instanceof Boolean;
            case "number" -> value instanceof Number;
            case "integer" -> value instanceof Number number && isWhole(number);
            case "array" -> value instanceof List;
            case "object" -> value instanceof Map;
            default -> true;
        };
    }

    private static boolean isWhole(Number number) {
        return switch (number) {
            case Long whole -> true;
            case Integer whole -> true;
            case BigInteger whole -> true;
            case BigDecimal exact -> exact.stripTrailingZeros().scale() <= 0;
            default -> Math.rint(number.doubleValue()) == number.doubleValue();
        };
    }

    /** What is expected, in words. */
    static String words(List<String> types) {
        return types.stream().map(SchemaTypes::word).collect(Collectors.joining(" or "));
    }

    private static String word(String type) {
        return switch (type) {
            case "null" -> "nothing";
            case "string" -> "text (string)";
            case "boolean" -> "true or false (boolean)";
            case "number" -> "a number";
            case "integer" -> "a whole number (integer)";
            case "array" -> "a list (array), such as [\"a\", \"b\"]";
            case "object" -> "a map of fields (object), such as {\"a\": 1}";
            default -> type;
        };
    }

    /** What was given, in words. */
    static String given(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing (null)";
            case CharSequence text -> text.isEmpty() ? "empty" : "the text '" + shortened(text.toString()) + "'";
            case Boolean truth -> truth.toString();
            case Number number -> "the number " + number;
            case List<?> list -> "a list of " + list.size();
            case Map<?, ?> map -> "a map of fields";
            default -> shortened(value.toString());
        };
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
