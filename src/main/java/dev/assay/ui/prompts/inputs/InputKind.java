package dev.assay.ui.prompts.inputs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.prompt.PromptVariable;
import dev.assay.ui.fx.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the value of a variable is written in the form, by its declared type. */
enum InputKind {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    CHOICE,
    ARRAY,
    OBJECT,
    JSON;

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final List<Boolean> TRUTHS = List.of(true, false);

    /** The kind of a variable; one without a type holds text. */
    static InputKind of(PromptVariable variable) {
        if (!variable.options().isEmpty()) {
            return CHOICE;
        }
        String type = variable.type() == null ? "string" : variable.type();
        return switch (type) {
            case "integer" -> INTEGER;
            case "number" -> NUMBER;
            case "boolean" -> BOOLEAN;
            case "array" -> ARRAY;
            case "object" -> OBJECT;
            case "any" -> JSON;
            default -> TEXT;
        };
    }

    /** The values to choose from; empty where they are typed in. */
    static List<?> choices(PromptVariable variable) {
        return of(variable) == BOOLEAN ? TRUTHS : variable.options();
    }

    /** The value that a text stands for; empty where it stands for none of this kind. */
    static Optional<Object> read(PromptVariable variable, String written) {
        return switch (of(variable)) {
            case TEXT -> Optional.of(written);
            case INTEGER -> integer(written.strip());
            case NUMBER -> number(written.strip());
            case BOOLEAN, CHOICE ->
                choices(variable).stream()
                        .filter(choice -> write(choice).equals(written))
                        .map(Object.class::cast)
                        .findFirst();
            case ARRAY -> list(written);
            case OBJECT -> json(written).filter(Map.class::isInstance);
            case JSON -> json(written).or(() -> Optional.of(written));
        };
    }

    /** What is wrong with a text that stands for no value. */
    static String refusal(PromptVariable variable) {
        return switch (of(variable)) {
            case INTEGER -> Messages.get("prompts.bad.integer");
            case NUMBER -> Messages.get("prompts.bad.number");
            case ARRAY -> Messages.get("prompts.bad.array");
            case OBJECT -> Messages.get("prompts.bad.object");
            case BOOLEAN, CHOICE ->
                Messages.get(
                        "prompts.bad.choice",
                        choices(variable).stream().map(InputKind::write).collect(Collectors.joining(", ")));
            case TEXT, JSON -> "";
        };
    }

    /** A value as the form shows it. */
    static String write(Object value) {
        if (value instanceof Iterable<?> || value instanceof Map<?, ?>) {
            try {
                return MAPPER.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                return value.toString();
            }
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** A list is written as JSON, or more comfortably as texts, one a line. */
    private static Optional<Object> list(String written) {
        String bare = written.strip();
        return bare.startsWith("[") || bare.startsWith("{")
                ? json(bare).filter(List.class::isInstance)
                : Optional.of(bare.lines().toList());
    }

    private static Optional<Object> integer(String written) {
        return WHOLE.matcher(written).matches() ? Optional.of(Long.valueOf(written)) : Optional.empty();
    }

    private static Optional<Object> number(String written) {
        try {
            var number = new BigDecimal(written);
            return Math.abs((long) number.scale()) > 400 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> json(String written) {
        try {
            return Optional.ofNullable(MAPPER.readValue(written, Object.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
