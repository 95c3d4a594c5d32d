package dev.assay.experiment.chart;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Verdict;
import dev.assay.experiment.gate.NonInferiority;
import dev.assay.experiment.stats.Interval;
import dev.assay.history.Outcome;
import dev.assay.history.RunVariant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Cost against quality, one point a variant.
 *
 * @param metric the quality
 * @param baseline letter of the first variant
 * @param margin how much worse than the baseline is still not worse, on the scale 0 to 1
 * @param points the variants whose cost and quality are known, in column order
 * @param leftOut the others
 */
public record ParetoPoints(String metric, String baseline, double margin, List<Point> points, List<LeftOut> leftOut) {

    public ParetoPoints {
        points = List.copyOf(points);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A variant.
     *
     * @param label its letter
     * @param costUsd mean cost of one answer in US dollars, as if the cache had none
     * @param costInterval 95 % of it, or null for fewer than two cases or costs all the same
     * @param quality mean score, 0 to 1
     * @param qualityInterval 95 % of it, cut at 0 and 1, or null likewise
     * @param standing whether it is shown to be not worse than the baseline; the baseline always is
     * @param onFrontier no other point is better in one and at least as good in the other
     */
    public record Point(
            String label,
            double costUsd,
            @Nullable Interval costInterval,
            double quality,
            @Nullable Interval qualityInterval,
            NonInferiority standing,
            boolean onFrontier) {

        private boolean isDominatedBy(Point other) {
            return other.costUsd <= costUsd
                    && other.quality >= quality
                    && (other.costUsd < costUsd || other.quality > quality);
        }

        private Point onFrontier(boolean is) {
            return new Point(label, costUsd, costInterval, quality, qualityInterval, standing, is);
        }
    }

    /** A variant that cannot be placed. */
    public record LeftOut(String label, Why why) {}

    /** What is not known of a variant. */
    public enum Why {
        COST_UNKNOWN,
        NOT_SCORED
    }

    /** @param margin how much worse than the baseline is still not worse, 0 or more */
    public static ParetoPoints of(Comparison comparison, String metric, double margin) {
        CaseFigures scores = CaseFigures.scores(comparison, metric);
        CaseFigures costs = CaseFigures.costs(comparison);
        List<Point> points = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        List<RunVariant> variants = comparison.run().variants();
        for (int i = 0; i < variants.size(); i++) {
            String label = variants.get(i).label();
            OptionalDouble quality = scores.mean(i);
            OptionalDouble cost = costs.mean(i);
            if (quality.isEmpty()) {
                leftOut.add(new LeftOut(label, Why.NOT_SCORED));
            } else if (cost.isEmpty() || someCostUnknown(comparison, i)) {
                leftOut.add(new LeftOut(label, Why.COST_UNKNOWN));
            } else {
                points.add(new Point(
                        label,
                        cost.getAsDouble(),
                        cut(costs.interval(i), Double.MAX_VALUE),
                        quality.getAsDouble(),
                        cut(scores.interval(i), 1),
                        i == 0 ? NonInferiority.SHOWN : standing(comparison, metric, label, margin),
                        true));
            }
        }
        List<Point> marked = points.stream()
                .map(point -> point.onFrontier(points.stream().noneMatch(point::isDominatedBy)))
                .toList();
        return new ParetoPoints(metric, variants.getFirst().label(), margin, marked, leftOut);
    }

    /** The points of the frontier by rising cost. */
    public List<Point> frontier() {
        return points.stream()
                .filter(Point::onFrontier)
                .sorted(Comparator.comparingDouble(Point::costUsd).thenComparingDouble(Point::quality))
                .toList();
    }

    /** The cheapest of those that are shown to be not worse than the baseline; the baseline is one of them. */
    public Optional<Point> cheapestNotWorse() {
        return points.stream()
                .filter(point -> point.standing() == NonInferiority.SHOWN)
                .min(Comparator.comparingDouble(Point::costUsd)
                        .thenComparing(Point::quality, Comparator.reverseOrder()));
    }

    /** One answer without a price makes the mean unknown; a call that failed brought nothing that could be priced. */
    private static boolean someCostUnknown(Comparison comparison, int variant) {
        return comparison.cells().stream()
                .filter(cell -> cell.key().variant() == variant)
                .filter(cell -> cell.answer().outcome() instanceof Outcome.Completed)
                .anyMatch(cell -> CaseFigures.cost(cell).isEmpty());
    }

    private static NonInferiority standing(Comparison comparison, String metric, String label, double margin) {
        return comparison.verdicts().stream()
                .filter(verdict ->
                        verdict.metric().equals(metric) && verdict.challenger().equals(label))
                .findFirst()
                .map((Verdict verdict) -> NonInferiority.of(verdict, margin))
                .orElse(NonInferiority.UNDECIDED);
    }

    private static @Nullable Interval cut(@Nullable Interval interval, double greatest) {
        return interval == null ? null : new Interval(Math.max(0, interval.low()), Math.min(greatest, interval.high()));
    }
}
