package dev.assay.cli.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Figures;
import dev.assay.experiment.Verdicts;
import dev.assay.experiment.stats.Agreement;
import dev.assay.experiment.stats.Holm;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.PairedTest;
import dev.assay.experiment.stats.PassFailTest;
import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.SampleSize;
import dev.assay.experiment.stats.SignTest;
import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a question of {@code assay stats} and reckons its answer. */
final class Question {
    private final Map<String, Function<JsonNode, ObjectNode>> kinds = new TreeMap<>(Map.of(
            "paired", this::paired,
            "passFail", this::passFail,
            "votes", this::votes,
            "rate", this::rate,
            "holm", this::holm,
            "agreement", this::agreement,
            "power", this::power));
    private final StatsInput input;

    Question(String file) {
        this.input = new StatsInput(file);
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

    private ObjectNode paired(JsonNode node) {
        input.requireKeys(node, List.of("a", "b"), List.of("cluster"));
        double[] a = input.numbers(node, "a");
        double[] b = input.numbers(node, "b");
        if (a.length != b.length) {
            throw new InputException(
                    "a has " + a.length + " scores and b " + b.length + ": give one of both for every case");
        }
        var differences = new double[a.length];
        Arrays.setAll(differences, i -> b[i] - a[i]);
        List<String> cluster = node.hasNonNull("cluster") ? input.names(node, "cluster") : null;
        PairedTest test = PairedTest.of(differences, cluster);
        ObjectNode answer = object().put("meanDiff", test.n() == 0 ? null : (Double) test.mean());
        interval(answer, test.interval());
        return answer.put("p", test.n() == 0 ? null : (Double) test.pValue())
                .put("n", test.n())
                .put("winsA", test.losses())
                .put("winsB", test.wins())
                .put("ties", test.ties())
                .put("verdict", Figures.lowerCase(Verdicts.kind(test)));
    }

    private ObjectNode passFail(JsonNode node) {
        List<String> keys = List.of("bothPass", "bPassAFail", "aPassBFail", "bothFail");
        input.requireKeys(node, keys, List.of());
        var test = new PassFailTest(
                input.count(node, keys.get(0)),
                input.count(node, keys.get(1)),
                input.count(node, keys.get(2)),
                input.count(node, keys.get(3)));
        ObjectNode answer = object().put("diff", test.n() == 0 ? null : (Double) test.difference());
        interval(answer, test.n() == 0 ? null : test.interval());
        return answer.put("p", test.n() == 0 ? null : (Double) test.pValue())
                .put("n", test.n())
                .put("verdict", Figures.lowerCase(Verdicts.kind(test)));
    }

    /** The share of decisive votes with its own interval: a tie says nothing about who wins. */
    private ObjectNode votes(JsonNode node) {
        input.requireKeys(node, List.of("a", "b"), List.of("tie"));
        int a = input.count(node, "a");
        int b = input.count(node, "b");
        int ties = node.has("tie") ? input.count(node, "tie") : 0;
        if (Integer.MAX_VALUE - a < b) {
            throw new InputException("There are more votes than can be counted");
        }
        int decisive = a + b;
        ObjectNode answer = object().put("shareB", decisive == 0 ? null : (Double) ((double) b / decisive));
        interval(answer, decisive == 0 ? null : new Proportion(b, decisive).interval());
        return answer.put("p", SignTest.midP(a, b)).put("decisive", decisive).put("ties", ties);
    }

    private ObjectNode rate(JsonNode node) {
        input.requireKeys(node, List.of("pass", "n"), List.of());
        var rate = new Proportion(input.count(node, "pass"), input.count(node, "n"));
        ObjectNode answer = object().put("rate", rate.rate());
        interval(answer, rate.interval());
        return answer;
    }

    private ObjectNode holm(JsonNode node) {
        ObjectNode answer = object();
        var adjusted = answer.putArray("adjusted");
        Arrays.stream(Holm.adjust(input.numbers(node))).forEach(adjusted::add);
        return answer;
    }

    private ObjectNode agreement(JsonNode node) {
        input.requireKeys(node, List.of("human", "judge"), List.of());
        Agreement found = Agreement.of(input.numbers(node, "human"), input.numbers(node, "judge"));
        return object().put("rawAgreement", found.rawAgreement())
                .put("kappaQuadratic", found.kappaQuadratic())
                .put("spearman", found.spearman())
                .put("bias", found.bias())
                .put("n", found.n());
    }

    private ObjectNode power(JsonNode node) {
        input.requireKeys(node, List.of("sdDiff", "delta"), List.of());
        return object().put("n", SampleSize.of(input.number(node, "sdDiff"), input.number(node, "delta")));
    }

    private static void interval(ObjectNode answer, @Nullable Interval interval) {
        if (interval == null) {
            answer.putNull("ci95");
        } else {
            answer.putArray("ci95").add(interval.low()).add(interval.high());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
