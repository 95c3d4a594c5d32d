package dev.assay.cli.comparing;

import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.VariantSummary;
import dev.assay.llm.InputException;
import java.util.List;

/**
 * A lower limit on every variant's mean score. A variant without a score does not pass.
 *
 * @param metric what is judged
 * @param limit from 0 to 1
 */
record Gate(String metric, double limit) {

    /** Reads {@code METRIC=X}; the metric must be among those that are judged. */
    static Gate parse(String text, List<String> metrics) {
        String[] parts = text.split("=", -1);
        if (parts.length != 2 || !parts[1].matches("(0(\\.[0-9]+)?|1(\\.0+)?|\\.[0-9]+)")) {
            throw new InputException("--fail-under is '" + text
                    + "' but must be METRIC=X with X from 0 to 1, for example relevance=0.7");
        }
        if (!metrics.contains(parts[0])) {
            throw new InputException("--fail-under names '" + parts[0] + "', which is not judged: "
                    + (metrics.isEmpty() ? "nothing is" : "judged are " + String.join(", ", metrics)));
        }
        return new Gate(parts[0], Double.parseDouble(parts[1]));
    }

    /** One line for each variant below the limit; empty where all pass. */
    List<String> failures(Comparison comparison) {
        return comparison.variants().stream()
                .filter(summary -> !passes(summary))
                .map(summary ->
                        "Gate failed: " + metric + " of " + summary.variant().label() + " ("
                                + summary.variant().prompt() + " on "
                                + summary.variant().model() + ") is "
                                + found(summary) + ", the limit is " + Figures.score(limit))
                .toList();
    }

    private boolean passes(VariantSummary summary) {
        Double score = summary.scores().get(metric);
        return score != null && score >= limit;
    }

    private String found(VariantSummary summary) {
        Double score = summary.scores().get(metric);
        return score == null ? "not scored" : Figures.score(score);
    }
}
