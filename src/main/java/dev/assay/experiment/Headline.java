package dev.assay.experiment;

import dev.assay.experiment.stats.PairedTest;
import dev.assay.experiment.wording.Figures;
import dev.assay.history.Run;
import dev.assay.history.RunStatus;
import dev.assay.judge.catalog.Judges;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Says in one line what a whole comparison found. */
final class Headline {
    /** Below this a ratio of latencies says more about the clock than about the models. */
    private static final long COMPARABLE_MS = 20;

    private Headline() {}

    static String of(Comparison comparison) {
        Run run = comparison.run();
        StringJoiner sentences = new StringJoiner(" ");
        if (run.status() != RunStatus.FINISHED) {
            int planned = run.variants().size() * run.cases() * run.repeats();
            sentences.add((run.status() == RunStatus.STOPPED ? "Stopped after " : "Unfinished, ")
                    + comparison.cells().size() + " of " + planned + " cells.");
        }
        if (run.metrics().isEmpty() || run.variants().size() == 1) {
            comparison.variants().forEach(variant -> sentences.add(alone(variant)));
            return sentences.toString();
        }
        for (int i = 1; i < comparison.variants().size(); i++) {
            int challenger = i;
            String label = run.variants().get(i).label();
            sentences.add(clauses(
                    comparison,
                    challenger,
                    comparison.verdicts().stream()
                            .filter(verdict -> verdict.challenger().equals(label))
                            .toList()));
            String ratios = ratios(
                    comparison.variants().getFirst(), comparison.variants().get(i));
            if (!ratios.isEmpty()) {
                sentences.add(ratios);
            }
        }
        return sentences.toString();
    }

    /** One clause a metric, or one for several of which the same is to be said. */
    private static String clauses(Comparison comparison, int challenger, List<Verdict> verdicts) {
        List<String> clauses = new ArrayList<>();
        List<String> flat = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            String said = flat(verdict);
            if (said.isEmpty()) {
                clauses.add(clause(comparison, challenger, verdict));
            } else if (!flat.contains(said)) {
                flat.add(said);
                String metrics = verdicts.stream()
                        .filter(other -> flat(other).equals(said))
                        .map(Verdict::metric)
                        .collect(Collectors.joining(" and "));
                clauses.add(pair(verdict) + ": " + said + " on " + metrics);
            }
        }
        return String.join("; ", clauses) + ".";
    }

    /** What is said without figures; empty for findings with figures of their own. */
    private static String flat(Verdict verdict) {
        return switch (verdict.kind()) {
            case NO_PRACTICAL_DIFFERENCE -> "no practical difference";
            case TOO_FEW_CASES -> tooFew(verdict);
            case IDENTICAL -> "identical";
            case UNSCORED -> "nothing scored";
            case BETTER, WORSE, BETTER_BUT_SMALL, WORSE_BUT_SMALL, TOO_CLOSE_TO_CALL -> "";
        };
    }

    /** Where there are cases enough, it is the sources that they share of which there are too few. */
    private static String tooFew(Verdict verdict) {
        boolean enough = verdict.pairs() >= Verdicts.MIN_PAIRS
                && verdict.challengerWins() + verdict.baselineWins() >= Verdicts.MIN_DIFFERING;
        return enough ? "too few sources to call" : "too few differing cases to call";
    }

    private static String clause(Comparison comparison, int challenger, Verdict verdict) {
        String on = " on " + verdict.metric();
        return switch (verdict.kind()) {
            case BETTER -> beats(comparison, verdict.challenger(), verdict.baseline(), verdict, "");
            case WORSE -> beats(comparison, verdict.baseline(), verdict.challenger(), verdict, "");
            case BETTER_BUT_SMALL ->
                beats(comparison, verdict.challenger(), verdict.baseline(), verdict, ", too little to matter");
            case WORSE_BUT_SMALL ->
                beats(comparison, verdict.baseline(), verdict.challenger(), verdict, ", too little to matter");
            case TOO_CLOSE_TO_CALL ->
                pair(verdict) + ": too close to call" + on + more(comparison, challenger, verdict);
            case NO_PRACTICAL_DIFFERENCE, TOO_FEW_CASES, IDENTICAL, UNSCORED -> flat(verdict) + on;
        };
    }

    private static String beats(Comparison comparison, String winner, String loser, Verdict verdict, String remark) {
        boolean pairwise = comparison.run().measured().stream()
                .anyMatch(metric -> metric.name().equals(verdict.metric()) && Judges.isPairwise(metric));
        if (pairwise) {
            return preferred(winner, loser, verdict, remark);
        }
        double difference = verdict.meanDifference() == null ? 0 : verdict.meanDifference();
        String interval = "";
        if (verdict.ciLow() != null && verdict.ciHigh() != null) {
            double near = Math.min(Math.abs(verdict.ciLow()), Math.abs(verdict.ciHigh()));
            double far = Math.max(Math.abs(verdict.ciLow()), Math.abs(verdict.ciHigh()));
            interval = " (95% CI " + Figures.score(near) + " to " + Figures.score(far) + ")";
        }
        return winner + " beats " + loser + " on " + verdict.metric() + " by " + Figures.score(Math.abs(difference))
                + interval + remark;
    }

    /** Wins less losses of a hundred, which is twice what the win rate is above a half. */
    private static String preferred(String winner, String loser, Verdict verdict, String remark) {
        double difference = verdict.meanDifference() == null ? 0 : verdict.meanDifference();
        String interval = "";
        if (verdict.ciLow() != null && verdict.ciHigh() != null) {
            double near = Math.min(Math.abs(verdict.ciLow()), Math.abs(verdict.ciHigh()));
            double far = Math.max(Math.abs(verdict.ciLow()), Math.abs(verdict.ciHigh()));
            interval = " (95% CI " + points(near) + " to " + points(far) + ")";
        }
        return winner + " is preferred to " + loser + " on " + verdict.metric() + ": of 100 cases it wins "
                + points(Math.abs(difference)) + " more than it loses" + interval + remark;
    }

    private static long points(double aboveHalf) {
        return Math.round(200 * aboveHalf);
    }

    private static String more(Comparison comparison, int challenger, Verdict verdict) {
        PairedScores scores = PairedScores.of(comparison.run(), comparison.cells(), challenger, verdict.metric());
        PairedTest test =
                PairedTest.of(scores.differences(), comparison.clusters().of(scores.cases()));
        int more = test.pairsNeeded(Verdicts.DELTA) - test.n();
        return more <= 0
                ? ""
                : " (about " + more + " more cases would settle a difference of " + Figures.score(Verdicts.DELTA) + ")";
    }

    private static String alone(VariantSummary variant) {
        String scores = variant.scores().entrySet().stream()
                .map(score -> score.getKey() + " " + Figures.score(score.getValue()))
                .collect(Collectors.joining(", "));
        String errors = variant.errors() == 0 ? "" : ", " + variant.errors() + " failed";
        return variant.variant().label() + ": " + variant.cases() + (variant.cases() == 1 ? " answer" : " answers")
                + errors + (scores.isEmpty() ? ", not judged." : ", " + scores + ".");
    }

    /** Cost by answer and median latency of the challenger against the baseline, as far as both are known. */
    private static String ratios(VariantSummary baseline, VariantSummary challenger) {
        StringJoiner parts = new StringJoiner(" and ", challenger.variant().label() + " ", ".").setEmptyValue("");
        if (costs(baseline) && costs(challenger)) {
            parts.add("costs " + Figures.ratio(costPerAnswer(challenger) / costPerAnswer(baseline)) + "x as much");
        }
        Double before = baseline.latencyMsP50();
        Double after = challenger.latencyMsP50();
        if (before != null && after != null && Math.min(before, after) >= COMPARABLE_MS) {
            parts.add("takes " + Figures.ratio(after / before) + "x as long (median)");
        }
        return parts.toString();
    }

    private static boolean costs(VariantSummary summary) {
        return summary.worthUsd() != null && summary.worthUsd().signum() > 0;
    }

    private static double costPerAnswer(VariantSummary summary) {
        BigDecimal cost = summary.worthUsd() == null ? BigDecimal.ZERO : summary.worthUsd();
        return cost.doubleValue() / (summary.cases() - summary.errors());
    }

    private static String pair(Verdict verdict) {
        return verdict.challenger() + " against " + verdict.baseline();
    }
}
