package dev.assay.experiment.gate;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.gate.GateResult.Status;
import dev.assay.experiment.wording.Figures;
import java.util.List;

/**
 * A lower limit on every variant's mean score. A variant without a score does not pass.
 *
 * @param metric what is judged
 * @param limit from 0 to 1
 */
public record ScoreFloor(String metric, double limit) implements Gate {
    public ScoreFloor {
        if (!(limit >= 0 && limit <= 1)) {
            throw new IllegalArgumentException("The limit of " + metric + " is " + limit + ", outside 0 to 1");
        }
    }

    @Override
    public List<GateResult> check(Comparison comparison) {
        return comparison.variants().stream().map(this::check).toList();
    }

    private GateResult check(VariantSummary summary) {
        Double score = summary.scores().get(metric);
        String variant = summary.variant().label();
        return new GateResult(
                metric + " at least " + Figures.score(limit),
                variant,
                metric,
                limit,
                score != null && score >= limit ? Status.PASSED : Status.FAILED,
                metric + " of " + variant + " (" + summary.variant().prompt() + " on "
                        + summary.variant().model() + ") is "
                        + (score == null ? "not scored" : Figures.score(score)) + ", the limit is "
                        + Figures.score(limit));
    }
}
