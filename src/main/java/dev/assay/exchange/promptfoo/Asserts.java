package dev.assay.exchange.promptfoo;

import dev.assay.exchange.document.Value;
import dev.assay.exchange.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What promptfoo expects of an answer, and what of it is a correct answer here. */
final class Asserts {
    /** The columns of a dataset that are no inputs. */
    static final String EXPECTED = "expected";

    static final String ASSERT = "__assert";
    static final String DESCRIPTION = "__description";
    static final String METADATA = "__metadata";

    private static final Pattern SHORT = Pattern.compile("(?s)(not-)?([a-z][a-z-]*)(?:\\(([0-9.]+)\\))?:\\s*(.*)");
    private static final List<String> TYPES = List.of(
            "equals",
            "contains",
            "icontains",
            "contains-any",
            "contains-all",
            "icontains-any",
            "icontains-all",
            "regex",
            "starts-with",
            "is-json",
            "contains-json",
            "llm-rubric",
            "model-graded-closedqa",
            "factuality",
            "similar",
            "javascript",
            "python",
            "fn",
            "eval",
            "rouge-n",
            "levenshtein",
            "cost",
            "latency",
            "answer-relevance",
            "webhook",
            "g-eval",
            "grade",
            "is-refusal",
            "is-html",
            "contains-html");

    private Asserts() {}

    /** Puts the asserts of a case into its row: a single {@code equals} is the correct answer, all others are kept. */
    static void into(Map<String, Object> row, List<Map<String, Object>> asserts, String place, Report.Builder report) {
        List<Map<String, Object>> kept = new ArrayList<>();
        for (Map<String, Object> one : asserts) {
            boolean plain = "equals".equals(one.get("type"))
                    && one.get("value") instanceof String
                    && one.keySet().stream().allMatch(key -> key.equals("type") || key.equals("value"));
            if (plain && !row.containsKey(EXPECTED)) {
                row.put(EXPECTED, one.get("value"));
                report.converted(place, "assert equals", "the column '" + EXPECTED + "'");
            } else {
                kept.add(one);
                report.needsHand(
                        place,
                        "assert " + one.get("type"),
                        "kept in the column '" + ASSERT
                                + "', which no judge reads yet; an export to promptfoo writes it back");
            }
        }
        if (!kept.isEmpty()) {
            row.put(ASSERT, kept);
        }
    }

    /** The asserts of a test; code in files is named, not read. */
    static List<Map<String, Object>> of(Value list) {
        return list.items().stream()
                .filter(Value::isMap)
                .map(Value::plainFields)
                .toList();
    }

    /** A cell of a test table: {@code contains: x}, {@code similar(0.8): x}, or the answer itself. */
    static Optional<Map<String, Object>> ofCell(String cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Map<String, Object> one = new LinkedHashMap<>();
        Matcher matcher = SHORT.matcher(cell.strip());
        if (!matcher.matches() || !TYPES.contains(matcher.group(2))) {
            one.put("type", "equals");
            one.put("value", cell);
            return Optional.of(one);
        }
        String type = switch (matcher.group(2)) {
            case "fn", "eval" -> "javascript";
            case "grade" -> "llm-rubric";
            default -> matcher.group(2);
        };
        one.put("type", (matcher.group(1) == null ? "" : "not-") + type);
        String value = matcher.group(4);
        if (!value.isEmpty()) {
            boolean several = type.endsWith("-any") || type.endsWith("-all");
            one.put("value", several ? List.of(value.split("\\s*,\\s*")) : value);
        }
        if (matcher.group(3) != null) {
            one.put("threshold", Double.valueOf(matcher.group(3)));
        }
        return Optional.of(one);
    }
}
