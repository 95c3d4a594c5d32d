package dev.assay.experiment;

import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.Interval;
import dev.assay.experiment.evidence.MeasuredDifference;
import dev.assay.experiment.evidence.MeasuredScore;
import dev.assay.experiment.stats.PairedTest;
import dev.assay.history.RunStatus;
import dev.assay.history.RunVariant;
import dev.assay.judge.catalog.JudgeHash;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws from a finished comparison what a commit of one of its texts should tell. */
public final class CommitEvidence {
    private static final int SHORT = 7;

    private final Comparison comparison;

    private CommitEvidence(Comparison comparison) {
        this.comparison = comparison;
    }

    /**
     * What the comparison says of a text; empty where it did not run it, is not finished, or judged nothing. Where
     * several variants ran the text, the last one counts: the first is the baseline.
     *
     * @param blobIds content ids of the texts that are to be committed
     * @param dataset name and content id of the cases
     */
    public static Optional<Evidence> of(Comparison comparison, Collection<String> blobIds, String dataset) {
        if (comparison.run().status() != RunStatus.FINISHED) {
            return Optional.empty();
        }
        return comparison.run().variants().stream()
                .filter(variant -> blobIds.contains(variant.blobId()))
                .reduce((earlier, later) -> later)
                .map(variant -> new CommitEvidence(comparison).of(variant, dataset))
                .filter(evidence -> !evidence.scores().isEmpty());
    }

    private Evidence of(RunVariant variant, String dataset) {
        int index = comparison.run().variants().indexOf(variant);
        List<String> metrics = comparison.run().metrics();
        return new Evidence(
                comparison.run().id(),
                dataset,
                metrics.stream().flatMap(metric -> score(index, metric)).toList(),
                metrics.stream().flatMap(metric -> difference(index, metric)).toList(),
                variant.model().toString(),
                comparison.run().judge() == null
                        ? null
                        : comparison.run().judge().toString(),
                JudgeHash.of(comparison.run().measured(), comparison.run().judge()),
                cost(comparison.variants().get(index)));
    }

    private Stream<MeasuredScore> score(int variant, String metric) {
        double[] means = comparison.cells().stream()
                .filter(cell -> cell.key().variant() == variant)
                .collect(Collectors.groupingBy(cell -> cell.key().testCase()))
                .values()
                .stream()
                .map(repeats -> repeats.stream()
                        .flatMapToDouble(cell -> Summaries.values(cell, metric))
                        .average())
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        if (means.length == 0) {
            return Stream.empty();
        }
        PairedTest test = PairedTest.of(means);
        dev.assay.experiment.stats.Interval interval = means.length < Verdicts.MIN_PAIRS ? null : test.interval();
        return Stream.of(new MeasuredScore(
                metric,
                test.mean(),
                interval == null ? null : new Interval(Math.max(0, interval.low()), Math.min(1, interval.high())),
                means.length));
    }

    /** Against the baseline; of the baseline itself against the only other text. */
    private Stream<MeasuredDifference> difference(int variant, String metric) {
        List<RunVariant> variants = comparison.run().variants();
        if (variant == 0 && variants.size() != 2) {
            return Stream.empty();
        }
        RunVariant challenger = variants.get(variant == 0 ? 1 : variant);
        RunVariant ours = variants.get(variant);
        RunVariant other = variants.get(variant == 0 ? 1 : 0);
        if (!differInTextOnly(ours, other)) {
            return Stream.empty();
        }
        return comparison.verdicts().stream()
                .filter(verdict ->
                        verdict.metric().equals(metric) && verdict.challenger().equals(challenger.label()))
                .flatMap(verdict -> difference(verdict, variant == 0 ? -1 : 1, other.blobId()));
    }

    /** What another model or parameter brought about is no evidence for a text. */
    private static boolean differInTextOnly(RunVariant a, RunVariant b) {
        return !a.blobId().equals(b.blobId())
                && a.model().equals(b.model())
                && a.parameters().equals(b.parameters());
    }

    private static Stream<MeasuredDifference> difference(Verdict verdict, int sign, String against) {
        Double mean = verdict.meanDifference();
        if (mean == null) {
            return Stream.empty();
        }
        return Stream.of(new MeasuredDifference(
                verdict.metric(),
                sign * mean,
                interval(verdict, sign),
                against.substring(0, Math.min(SHORT, against.length()))));
    }

    private static @Nullable Interval interval(Verdict verdict, int sign) {
        Double low = verdict.ciLow();
        Double high = verdict.ciHigh();
        if (low == null || high == null) {
            return null;
        }
        return sign > 0 ? new Interval(low, high) : new Interval(-high, -low);
    }

    private static @Nullable String cost(VariantSummary summary) {
        BigDecimal answers = summary.costUsd();
        BigDecimal judging = summary.judgeCostUsd();
        if (answers == null || judging == null) {
            return null;
        }
        BigDecimal sum = answers.add(judging);
        int digits = sum.compareTo(new BigDecimal("0.01")) < 0 ? 6 : 4;
        return "$"
                + sum.setScale(digits, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
