package dev.assay.ui.runs;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.VariantSummary;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows of a run's figures.
 *
 * @param scores mean scores, a line a variant; empty where nothing was scored
 * @param cost of answers and judging together
 */
record RunFigures(String scores, String cost) {
    static RunFigures of(Comparison comparison) {
        String scores = comparison.variants().stream().map(RunFigures::scores).collect(Collectors.joining("\n"));
        return new RunFigures(scores, cost(total(comparison)));
    }

    private static String scores(VariantSummary variant) {
        return variant.scores().entrySet().stream()
                .map(score -> Messages.get("runs.score", score.getKey(), Figures.score(score.getValue())))
                .collect(Collectors.joining(", ", variant.variant().label() + "  ", ""));
    }

    /** The heading says that it is a cost. */
    private static String cost(@Nullable BigDecimal total) {
        return total == null ? Messages.get("figure.unknown") : Figures.cost(total);
    }

    private static @Nullable BigDecimal total(Comparison comparison) {
        BigDecimal sum = BigDecimal.ZERO;
        for (VariantSummary variant : comparison.variants()) {
            BigDecimal answers = variant.costUsd();
            BigDecimal judging = variant.judgeCostUsd();
            if (answers == null || judging == null) {
                return null;
            }
            sum = sum.add(answers).add(judging);
        }
        return sum;
    }
}
