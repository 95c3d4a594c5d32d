package dev.assay.judge.expectation;

import dev.assay.judge.Metric;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An assert as promptfoo writes it, {@code {type: icontains-any, value: [yes, sure], weight: 2}}.
 *
 * @param type what is asserted, without a leading {@code not-}
 * @param negated whether the opposite is asserted
 * @param fields all of it, by name
 */
record PromptfooAssert(String type, boolean negated, Map<String, Object> fields) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}}");
    private static final Pattern LOGIC = Pattern.compile("\\{\\{|\\{%|^(file|python|javascript)://");
    private static final String NOT = "not-";

    /** Reads it; empty where it is no record with a type. */
    static Optional<PromptfooAssert> of(@Nullable Object written) {
        if (!(written instanceof Map<?, ?> map) || !(map.get("type") instanceof String type)) {
            return Optional.empty();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value != null) {
                fields.put(String.valueOf(name), value);
            }
        });
        boolean negated = type.startsWith(NOT);
        return Optional.of(new PromptfooAssert(negated ? type.substring(NOT.length()) : type, negated, fields));
    }

    /** How much it counts beside the others; promptfoo's default is 1. */
    double weight() {
        return fields.get("weight") instanceof Number number ? Math.max(0, number.doubleValue()) : 1;
    }

    /** How it is named to people. */
    String label() {
        return (negated ? NOT : "") + type;
    }

    /**
     * The metric that checks the same here; empty where there is none.
     *
     * @param inputs the values that its own templates print
     */
    Optional<Metric> metric(Map<String, Object> inputs) {
        Object value = filled(fields.get("value"), inputs);
        boolean unreadable = value instanceof String text && LOGIC.matcher(text).find();
        if (unreadable || fields.containsKey("transform")) {
            return Optional.empty();
        }
        boolean ignoresCase = type.startsWith("icontains");
        return switch (type) {
            case "equals", "starts-with" -> made(type, "value", value);
            case "contains", "icontains" -> contains(value, "all", ignoresCase);
            case "contains-any", "icontains-any" -> contains(list(value), "any", ignoresCase);
            case "contains-all", "icontains-all" -> contains(list(value), "all", ignoresCase);
            case "regex" -> made("regex", "pattern", value);
            case "is-json" ->
                value == null ? Optional.of(named("json", Map.of())) : made("json-schema", "schema", value);
            case "is-refusal" -> Optional.of(named("refusal", Map.of()));
            case "latency" -> made("latency", "max", limit(" ms"));
            case "cost" -> made("cost", "max", limit(""));
            default -> Optional.empty();
        };
    }

    private Optional<Metric> contains(@Nullable Object value, String match, boolean ignoresCase) {
        return value == null
                ? Optional.empty()
                : Optional.of(named(
                        "contains",
                        Map.of("value", value, "match", match, "ignore_case", String.valueOf(ignoresCase))));
    }

    private Optional<Metric> made(String metric, String setting, @Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(named(metric, Map.of(setting, value)));
    }

    private Metric named(String metric, Map<String, Object> settings) {
        return new Metric(label(), (negated ? NOT : "") + metric, settings, null);
    }

    private @Nullable Object limit(String unit) {
        return fields.get("threshold") instanceof Number number
                ? String.format(Locale.ROOT, "%.6f", number.doubleValue()).replaceAll("\\.?0+$", "") + unit
                : null;
    }

    /** Promptfoo takes a text with commas for a list where it wants one. */
    private static @Nullable Object list(@Nullable Object value) {
        return value instanceof String text
                ? Arrays.stream(text.split(",")).map(String::strip).toList()
                : value;
    }

    private static @Nullable Object filled(@Nullable Object value, Map<String, Object> inputs) {
        return switch (value) {
            case String text ->
                VARIABLE.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(printed(found.group(), found.group(1), inputs)));
            case List<?> list -> list.stream().map(one -> filled(one, inputs)).toList();
            case null -> null;
            default -> value;
        };
    }

    /** A name that the case does not have stays as it is written, so that nobody takes it for an empty text. */
    private static String printed(String written, String name, Map<String, Object> inputs) {
        Object value = inputs.get(name);
        return value == null || value instanceof Map || value instanceof List ? written : value.toString();
    }
}
