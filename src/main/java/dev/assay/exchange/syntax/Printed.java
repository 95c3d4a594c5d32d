package dev.assay.exchange.syntax;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the languages behind the templates print values and what they take for true. */
public enum Printed {
    /** As Python does: {@code True}, {@code ['a']}. */
    PYTHON,
    /** As JavaScript does: {@code true}, {@code a,b}. */
    JAVASCRIPT;

    /** The value as text. */
    public String of(@Nullable Object value) {
        return switch (value) {
            case null -> this == PYTHON ? "None" : "";
            case Boolean truth -> this == PYTHON ? (truth ? "True" : "False") : truth.toString();
            case Number number -> number(number);
            case List<?> list ->
                this == PYTHON ? repr(list) : list.stream().map(this::of).collect(Collectors.joining(","));
            case Map<?, ?> map -> this == PYTHON ? repr(map) : "[object Object]";
            default -> value.toString();
        };
    }

    private String number(Number number) {
        if (number instanceof Double real && Double.isFinite(real)) {
            boolean whole = real == Math.rint(real) && Math.abs(real) < 1e15;
            return whole && this == JAVASCRIPT
                    ? String.valueOf(real.longValue())
                    : this == PYTHON && whole
                            ? real.toString()
                            : BigDecimal.valueOf(real).toPlainString();
        }
        return number.toString();
    }

    private static String repr(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(Printed::repr).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case String text ->
                text.contains("'") && !text.contains("\"")
                        ? "\"" + text + "\""
                        : "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
            case null -> "None";
            default -> PYTHON.of(value);
        };
    }

    /** Whether a condition holds for the value. */
    public boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0;
            case String text -> !text.isEmpty();
            case List<?> list -> this == JAVASCRIPT || !list.isEmpty();
            case Map<?, ?> map -> this == JAVASCRIPT || !map.isEmpty();
            default -> true;
        };
    }
}
