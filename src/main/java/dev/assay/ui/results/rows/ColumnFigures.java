package dev.assay.ui.results.rows;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.chart.CaseFigures;
import dev.assay.experiment.stats.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one column.
 *
 * @param summary means and sums over all cases
 * @param intervals the 95 % interval of a metric's mean; one that cannot be told is absent
 */
public record ColumnFigures(VariantSummary summary, Map<String, Interval> intervals) {
    public ColumnFigures {
        intervals = Map.copyOf(intervals);
    }

    /** One a variant, in column order. Slow for thousands of cases. */
    public static List<ColumnFigures> of(Comparison comparison) {
        List<CaseFigures> scores = comparison.run().metrics().stream()
                .map(metric -> CaseFigures.scores(comparison, metric))
                .toList();
        List<ColumnFigures> columns = new ArrayList<>();
        for (int variant = 0; variant < comparison.variants().size(); variant++) {
            Map<String, Interval> intervals = new HashMap<>();
            for (CaseFigures metric : scores) {
                Interval interval = metric.interval(variant);
                if (interval != null) {
                    intervals.put(
                            metric.name(), new Interval(Math.max(0, interval.low()), Math.min(1, interval.high())));
                }
            }
            columns.add(new ColumnFigures(comparison.variants().get(variant), intervals));
        }
        return columns;
    }
}
