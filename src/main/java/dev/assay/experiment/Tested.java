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
import java.util.List;
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
 */
record Tested(
        int challenger,
        Metric metric,
        PairedScores scores,
        PairedTest test,
        @Nullable PassFailTest passFail,
        @Nullable Votes votes,
        OrderEffect order) {

    static Tested of(Run run, List<Cell> cells, int challenger, Metric metric) {
        PairedScores scores = PairedScores.of(run, cells, challenger, metric.name());
        // What is measured by a type that this Assay does not know was recorded by another: its scores are scores.
        PassFailTest passFail = MetricTypes.find(metric.type())
                .filter(MetricType::passFail)
                .flatMap(type -> scores.passFail())
                .orElse(null);
        Votes votes = Judges.isPairwise(metric)
                ? Votes.of(Arrays.stream(scores.differences())
                        .mapToObj(Preference::ofSign)
                        .toList())
                : null;
        return new Tested(
                challenger,
                metric,
                scores,
                PairedTest.of(scores.differences()),
                passFail,
                votes,
                OrderEffect.of(cells, challenger, metric.name()));
    }

    Kind kind() {
        if (votes != null) {
            return Verdicts.kind(votes);
        }
        return passFail == null ? Verdicts.kind(test) : Verdicts.kind(passFail);
    }

    /** Whether there was enough to be tested. */
    boolean isCalled() {
        return switch (kind()) {
            case UNSCORED, TOO_FEW_CASES, IDENTICAL -> false;
            default -> true;
        };
    }

    double pValue() {
        if (votes != null) {
            return votes.pValue();
        }
        return passFail == null ? test.pValue() : passFail.pValue();
    }

    /** The 95 % interval of the difference; empty where the differences do not vary. */
    Optional<Interval> interval() {
        if (votes != null) {
            return Optional.ofNullable(votes.winRateInterval())
                    .map(rate -> new Interval(rate.low() - 0.5, rate.high() - 0.5));
        }
        return passFail == null ? Optional.ofNullable(test.interval()) : Optional.of(passFail.interval());
    }
}
