package dev.assay.cli.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.experiment.stats.Holm;
import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.SampleSize;
import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a question of {@code assay stats} and reckons its answer. */
final class Question {
    private final StatsInput input;
    private final Map<String, Function<JsonNode, ObjectNode>> kinds;

    Question(String file) {
        this.input = new StatsInput(file);
        var comparisons = new ComparisonQuestions(input);
        var raters = new RaterQuestions(input);
        this.kinds = new TreeMap<>(Map.of(
                "paired", comparisons::paired,
                "sequential", comparisons::sequential,
                "passFail", comparisons::passFail,
                "votes", comparisons::votes,
                "agreement", raters::agreement,
                "raters", raters::raters,
                "ppi", raters::ppi,
                "rate", this::rate,
                "holm", this::holm,
                "power", this::power));
    }

    ObjectNode answer(JsonNode question) {
        String known = String.join(", ", kinds.keySet());
        if (!question.isObject() || question.size() != 1) {
            throw input.wrong("it must be an object with one question, which is one of " + known);
        }
        var asked = question.properties().iterator().next();
        Function<JsonNode, ObjectNode> kind = kinds.get(asked.getKey());
        if (kind == null) {
            throw input.wrong("'" + asked.getKey() + "' is no question: ask one of " + known);
        }
        try {
            return kind.apply(asked.getValue());
        } catch (InputException e) {
            throw input.located(asked.getKey(), e);
        }
    }

    private ObjectNode rate(JsonNode node) {
        input.requireKeys(node, List.of("pass", "n"), List.of());
        var rate = new Proportion(input.count(node, "pass"), input.count(node, "n"));
        ObjectNode answer = Answer.empty().put("rate", rate.rate());
        Answer.interval(answer, "ci95", rate.interval());
        return answer;
    }

    private ObjectNode holm(JsonNode node) {
        ObjectNode answer = Answer.empty();
        var adjusted = answer.putArray("adjusted");
        Arrays.stream(Holm.adjust(input.numbers(node))).forEach(adjusted::add);
        return answer;
    }

    private ObjectNode power(JsonNode node) {
        input.requireKeys(node, List.of("sdDiff", "delta"), List.of());
        return Answer.empty().put("n", SampleSize.of(input.number(node, "sdDiff"), input.number(node, "delta")));
    }
}
