package dev.assay.cli.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.Verdicts;
import dev.assay.experiment.stats.PairedTest;
import dev.assay.experiment.stats.PassFailTest;
import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.SignTest;
import dev.assay.experiment.stats.preference.Votes;
import dev.assay.experiment.stats.sequential.SequentialDecision;
import dev.assay.experiment.stats.sequential.SequentialRule;
import dev.assay.experiment.votes.VoteVerdict;
import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Questions about two variants on the same cases. */
final class ComparisonQuestions {
    private final StatsInput input;

    ComparisonQuestions(StatsInput input) {
        this.input = input;
    }

    ObjectNode paired(JsonNode node) {
        input.requireKeys(node, List.of("a", "b"), List.of("cluster"));
        double[] differences = differences(node);
        List<String> cluster = node.hasNonNull("cluster") ? input.names(node, "cluster") : null;
        PairedTest test = PairedTest.of(differences, cluster);
        ObjectNode answer = Answer.empty().put("meanDiff", Answer.unlessEmpty(test.n(), test.mean()));
        Answer.interval(answer, "ci95", test.interval());
        return answer.put("p", Answer.unlessEmpty(test.n(), test.pValue()))
                .put("n", test.n())
                .put("winsA", test.losses())
                .put("winsB", test.wins())
                .put("ties", test.ties())
                .put("verdict", Figures.lowerCase(Verdicts.kind(test)));
    }

    ObjectNode sequential(JsonNode node) {
        input.requireKeys(node, List.of("a", "b"), List.of("planned", "delta", "comparisons"));
        double[] differences = differences(node);
        int planned = node.has("planned") ? input.count(node, "planned") : Math.max(1, differences.length);
        double delta = node.has("delta") ? input.number(node, "delta") : Verdicts.DELTA;
        int comparisons = node.has("comparisons") ? input.count(node, "comparisons") : 1;
        SequentialRule rule = SequentialRule.planned(planned, delta, comparisons);
        SequentialDecision decision = rule.decide(differences);
        OptionalInt settled = rule.settledAfter(differences);
        ObjectNode answer = Answer.empty().put("meanDiff", Answer.unlessEmpty(decision.n(), decision.mean()));
        Answer.interval(answer, "ci95", decision.interval());
        return answer.put("n", decision.n())
                .put("differing", decision.differing())
                .put("decision", Figures.lowerCase(decision.finding()))
                .put("settledAfter", settled.isPresent() ? (Integer) settled.getAsInt() : null);
    }

    ObjectNode passFail(JsonNode node) {
        List<String> keys = List.of("bothPass", "bPassAFail", "aPassBFail", "bothFail");
        input.requireKeys(node, keys, List.of());
        var test = new PassFailTest(
                input.count(node, keys.get(0)),
                input.count(node, keys.get(1)),
                input.count(node, keys.get(2)),
                input.count(node, keys.get(3)));
        ObjectNode answer = Answer.empty().put("diff", Answer.unlessEmpty(test.n(), test.difference()));
        Answer.interval(answer, "ci95", test.n() == 0 ? null : test.interval());
        return answer.put("p", Answer.unlessEmpty(test.n(), test.pValue()))
                .put("n", test.n())
                .put("verdict", Figures.lowerCase(Verdicts.kind(test)));
    }

    /** The share of decisive votes has its own interval: a tie says nothing about who wins. */
    ObjectNode votes(JsonNode node) {
        input.requireKeys(node, List.of("a", "b"), List.of("tie"));
        int ties = node.has("tie") ? input.count(node, "tie") : 0;
        var votes = new Votes(input.count(node, "a"), ties, input.count(node, "b"));
        Proportion share = votes.decisiveShare();
        VoteVerdict verdict = VoteVerdict.of(votes, "A", "B");
        ObjectNode answer = Answer.empty().put("shareB", share == null ? null : (Double) share.rate());
        Answer.interval(answer, "ci95", share == null ? null : share.interval());
        answer.put("p", votes.pValue())
                .put("pMid", SignTest.midP(votes.challenger(), votes.baseline()))
                .put("decisive", votes.decisive())
                .put("ties", ties)
                .put("winRateB", Answer.unlessEmpty(votes.n(), votes.winRate()));
        Answer.interval(answer, "winRateCi95", votes.winRateInterval());
        return answer.put("verdict", Figures.lowerCase(verdict.kind())).put("sentence", verdict.sentence());
    }

    private double[] differences(JsonNode node) {
        double[] a = input.numbers(node, "a");
        double[] b = input.numbers(node, "b");
        if (a.length != b.length) {
            throw new InputException(
                    "a has " + a.length + " scores and b " + b.length + ": give one of both for every case");
        }
        var differences = new double[a.length];
        Arrays.setAll(differences, i -> b[i] - a[i]);
        return differences;
    }
}
