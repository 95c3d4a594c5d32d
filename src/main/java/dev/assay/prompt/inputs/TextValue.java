package dev.assay.prompt.inputs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads text as a value of the declared type. Numbers are read as JSON writes them, so that 007 never becomes 7. */
final class TextValue {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,999})");
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,299})(\\.[0-9]{1,300})?([eE][-+]?[0-9]{1,3})?");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private TextValue() {}

    /** The value that the text stands for, or the text itself where it stands for none of that type. */
    static @Nullable Object read(String text, Map<?, ?> schema) {
        if (schema.get("enum") instanceof List<?> options) {
            return option(text, options);
        }
        List<String> types = SchemaTypes.of(schema);
        if (types.isEmpty() || types.contains("string")) {
            return text;
        }
        String bare = text.strip();
        if (bare.isEmpty() && types.contains("null")) {
            return null;
        }
        return types.stream()
                .map(type -> read(bare, type))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(text);
    }

    private static @Nullable Object option(String text, List<?> options) {
        if (options.contains(text)) {
            return text;
        }
        Optional<?> found = options.stream()
                .filter(Objects::nonNull)
                .filter(option -> option.toString().equals(text.strip()))
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        return text.isBlank() && options.contains(null) ? null : text;
    }

    private static Optional<Object> read(String text, String type) {
        return switch (type) {
            case "integer" -> WHOLE.matcher(text).matches() ? Optional.of(whole(text)) : Optional.empty();
            case "number" -> NUMBER.matcher(text).matches() ? Optional.of(number(text)) : Optional.empty();
            case "boolean" -> truth(text);
            case "array" -> json(text, '[');
            case "object" -> json(text, '{');
            default -> Optional.empty();
        };
    }

    private static Object whole(String text) {
        return text.length() < 19 ? (Object) Long.valueOf(text) : new BigInteger(text);
    }

    private static Object number(String text) {
        if (WHOLE.matcher(text).matches()) {
            return whole(text);
        }
        var exact = new BigDecimal(text);
        double real = exact.doubleValue();
        return Double.isFinite(real) && BigDecimal.valueOf(real).compareTo(exact) == 0 ? (Object) real : exact;
    }

    /** Spreadsheets write TRUE and FALSE. */
    private static Optional<Object> truth(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Optional.of(true);
        }
        return text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Object> json(String text, char opening) {
        if (text.isEmpty() || text.charAt(0) != opening) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
