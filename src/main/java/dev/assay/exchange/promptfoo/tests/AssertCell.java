package dev.assay.exchange.promptfoo.tests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a test table expects in one cell: {@code contains: x}, {@code similar(0.8): x}, {@code is-json}, or the answer. */
final class AssertCell {
    private static final Pattern PATTERN =
            Pattern.compile("(?s)(not-)?([a-z][a-z0-9:-]*?)(?:\\((\\d+(?:\\.\\d+)?)\\))?(?::(.*))?");
    private static final Set<String> LISTS = Set.of("contains-any", "contains-all", "icontains-any", "icontains-all");
    private static final Set<String> MEASURED = Set.of(
            "answer-relevance",
            "classifier",
            "context-faithfulness",
            "context-recall",
            "context-relevance",
            "cost",
            "latency",
            "levenshtein",
            "perplexity",
            "perplexity-score",
            "rouge-n",
            "similar",
            "starts-with");
    private static final Set<String> OTHERS =
            Set.of(("bleu contains contains-html contains-json contains-sql contains-xml conversation-relevance equals"
                            + " factuality finish-reason g-eval gleu guardrails icontains is-html is-json is-refusal"
                            + " is-sql is-valid-function-call is-valid-openai-function-call"
                            + " is-valid-openai-tools-call is-xml max-score meteor model-graded-closedqa"
                            + " model-graded-factuality moderation pi regex ruby search-rubric select-best"
                            + " tool-call-f1 trace-error-spans trace-span-count trace-span-duration webhook word-count")
                    .split(" "));
    private static final double SIMILAR = 0.8;
    private static final double ALIKE = 0.75;

    private AssertCell() {}

    /** The assert of a cell that is not blank. */
    static Map<String, Object> read(String cell) {
        String text = cell.strip();
        Matcher program = Pattern.compile("(?s)(javascript|fn|eval|python|grade|llm-rubric):(.*)")
                .matcher(text);
        if (program.matches()) {
            return one(program(program.group(1)), program.group(2).strip());
        }
        if (text.matches("(?s)file://.*\\.(js|cjs|mjs|ts|py)(:\\w+)?")) {
            return one(text.matches("(?s).*\\.py(:\\w+)?") ? "python" : "javascript", text);
        }
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches() || !isKnown(matcher.group(2))) {
            return one("equals", text);
        }
        return typed(matcher);
    }

    private static boolean isKnown(String type) {
        return LISTS.contains(type) || MEASURED.contains(type) || OTHERS.contains(type);
    }

    private static String program(String word) {
        return switch (word) {
            case "fn", "eval" -> "javascript";
            case "grade" -> "llm-rubric";
            default -> word;
        };
    }

    private static Map<String, Object> typed(Matcher matcher) {
        String type = matcher.group(2);
        String value = matcher.group(4) == null ? "" : matcher.group(4).strip();
        Map<String, Object> one = one((matcher.group(1) == null ? "" : "not-") + type, value);
        if (LISTS.contains(type) && !value.isEmpty()) {
            one.put("value", List.of(value.split("\\s*,\\s*")));
        }
        if (matcher.group(3) != null) {
            one.put("threshold", Double.valueOf(matcher.group(3)));
        } else if (MEASURED.contains(type)) {
            // What promptfoo takes where a table names none; written out it means the same in a configuration.
            one.put("threshold", type.equals("similar") ? SIMILAR : ALIKE);
        }
        return one;
    }

    private static Map<String, Object> one(String type, String value) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("type", type);
        if (!value.isEmpty()) {
            one.put("value", value);
        }
        return one;
    }
}
