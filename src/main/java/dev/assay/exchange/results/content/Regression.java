package dev.assay.exchange.results.content;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.chart.CaseFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A case on which a variant scored lower than the baseline.
 *
 * @param testCase index of the case, from 0
 * @param variant index of the variant, 1 or more
 * @param metric what was judged
 * @param baseline the baseline's score, 0 to 1
 * @param score the variant's, which is lower
 */
public record Regression(int testCase, int variant, String metric, double baseline, double score) {
    /** Averages over repeats that differ in their last digits only are the same. */
    private static final double SAME = 1e-9;

    /** The worst first, at most so many. */
    public static List<Regression> worst(Comparison comparison, int atMost) {
        var all = new ArrayList<Regression>();
        for (String metric : comparison.run().metrics()) {
            CaseFigures scores = CaseFigures.scores(comparison, metric);
            for (int variant = 1; variant < comparison.run().variants().size(); variant++) {
                for (int i = 0; i < comparison.run().cases(); i++) {
                    var before = scores.at(0, i);
                    var after = scores.at(variant, i);
                    if (before.isPresent() && after.isPresent() && after.getAsDouble() < before.getAsDouble() - SAME) {
                        all.add(new Regression(i, variant, metric, before.getAsDouble(), after.getAsDouble()));
                    }
                }
            }
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(Regression::difference).thenComparingInt(Regression::testCase))
                .limit(atMost)
                .toList();
    }

    /** Below 0. */
    public double difference() {
        return score - baseline;
    }
}
