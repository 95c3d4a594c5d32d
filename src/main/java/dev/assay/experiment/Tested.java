package dev.assay.experiment;

import dev.assay.experiment.Verdict.Kind;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.PairedTest;
import dev.assay.experiment.stats.PassFailTest;
import dev.assay.experiment.stats.preference.Votes;
import dev.assay.experiment.stats.raters.Preference;
import dev.assay.history.Cell;
import dev.assay.history.Run;
import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.catalog.MetricTypes;
import dev.assay.judge.type.MetricType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One comparison, tested by what its metric asks for: scores by the paired t test, passes and failures by
 * McNemar's, preferences by the exact sign test.
 *
 * @param challenger index of the variant that is compared with the first
 * @param scores what was scored
 * @param test the scores, tested
 * @param passFail the same as passes and failures, or null where they are scores
 * @param votes the same as preferences, or null where no answers were compared with the baseline's
 * @param order how often the order of the answers decided, where they were compared with the baseline's
 * @param sources by scored case, what it shares with others; null where none do
 */
record Tested(
        int challenger,
        Metric metric,
        PairedScores scores,
        PairedTest test,
        @Nullable PassFailTest passFail,
        @Nullable Votes votes,
        OrderEffect order,
        @Nullable List<String> sources) {

    static Tested of(Run run, List<Cell> cells, int challenger, Metric metric, Clusters clusters) {
        PairedScores scores = PairedScores.of(run, cells, challenger, metric.name());
        // What is measured by a type that this Assay does not know was recorded by another: its scores are scores.
        PassFailTest passFail = MetricTypes.find(metric.type())
                .filter(MetricType::passFail)
                .flatMap(type -> scores.passFail())
                .orElse(null);
        List<String> sources = clusters.of(scores.cases());
        Votes votes = Judges.isPairwise(metric)
                ? Votes.of(Arrays.stream(bySource(scores.differences(), sources))
                        .mapToObj(Preference::ofSign)
                        .toList())
                : null;
        return new Tested(
                challenger,
                metric,
                scores,
                PairedTest.of(scores.differences(), sources),
                passFail,
                votes,
                OrderEffect.of(cells, challenger, metric.name()),
                sources);
    }

    /** The exact sign test asks for votes that have nothing to do with each other: one a source, as most of its cases say. */
    private static double[] bySource(double[] differences, @Nullable List<String> sources) {
        if (sources == null) {
            return differences;
        }
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < differences.length; i++) {
            sums.merge(sources.get(i), Math.signum(differences[i]), Double::sum);
        }
        return sums.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** McNemar's test asks for cases that have nothing to do with each other; where some share a source t is taken. */
    private @Nullable PassFailTest independent() {
        return sources == null ? passFail : null;
    }

    Kind kind() {
        if (votes != null) {
            return Verdicts.kind(votes);
        }
        PassFailTest counts = independent();
        return counts == null ? Verdicts.kind(test) : Verdicts.kind(counts);
    }

    /** Whether there was enough to be tested. */
    boolean isCalled() {
        return switch (kind()) {
            case UNSCORED, TOO_FEW_CASES, IDENTICAL -> false;
            default -> true;
        };
    }

    /** The mean difference; of preferences, by how much the challenger's win rate is above a half. */
    double difference() {
        return votes == null ? test.mean() : votes.winRate() - 0.5;
    }

    double pValue() {
        if (votes != null) {
            return votes.pValue();
        }
        PassFailTest counts = independent();
        return counts == null ? test.pValue() : counts.pValue();
    }

    /** The 95 % interval of the difference; empty where the differences do not vary. */
    Optional<Interval> interval() {
        if (votes != null) {
            return Optional.ofNullable(votes.winRateInterval())
                    .map(rate -> new Interval(rate.low() - 0.5, rate.high() - 0.5));
        }
        PassFailTest counts = independent();
        return counts == null ? Optional.ofNullable(test.interval()) : Optional.of(counts.interval());
    }
}
