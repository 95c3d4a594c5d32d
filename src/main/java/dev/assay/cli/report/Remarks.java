package dev.assay.cli.report;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.VariantSummary;
import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.llm.ModelId;
import dev.assay.provider.offline.OfflineProvider;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be said beside the figures: failures, who judged at what cost, and that the offline models are no LLMs. */
final class Remarks {
    private Remarks() {}

    static List<String> of(Comparison comparison) {
        var remarks = new ArrayList<String>();
        remarks.addAll(failures(comparison));
        ModelId judge = comparison.run().judge();
        if (judge != null && !comparison.run().metrics().isEmpty()) {
            remarks.add("Judged by " + judge + "; judging cost " + Figures.dollars(judgeCost(comparison)) + ".");
        }
        Stream<ModelId> models = comparison.run().variants().stream().map(variant -> variant.model());
        if (Stream.concat(models, Stream.ofNullable(judge))
                .anyMatch(model -> model.provider().equals(OfflineProvider.NAME))) {
            remarks.add("offline/*: " + OfflineProvider.DESCRIPTION
                    + ". Its answers and scores show how Assay works, not how good a prompt is.");
        }
        return remarks;
    }

    /** One line for each variant and message, with how often it came. */
    private static List<String> failures(Comparison comparison) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Cell cell : comparison.cells()) {
            if (cell.answer().outcome() instanceof Outcome.Failed failed) {
                String label =
                        comparison.run().variants().get(cell.key().variant()).label();
                counts.merge(label + ": " + failed.errorType() + ": " + failed.message(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> "Failed in " + entry.getValue() + (entry.getValue() == 1 ? " cell of " : " cells of ")
                        + entry.getKey())
                .toList();
    }

    private static @Nullable BigDecimal judgeCost(Comparison comparison) {
        BigDecimal sum = BigDecimal.ZERO;
        for (VariantSummary summary : comparison.variants()) {
            BigDecimal cost = summary.judgeCostUsd();
            if (cost == null) {
                return null;
            }
            sum = sum.add(cost);
        }
        return sum;
    }
}
