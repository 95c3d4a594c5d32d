package dev.assay.experiment.chart;

import dev.assay.experiment.Comparison;
import dev.assay.history.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Baseline against challenger, case by case: above the diagonal the challenger scored higher.
 *
 * @param metric what was judged
 * @param baseline letter of the variant along x
 * @param challenger letter of the variant along y
 * @param points cases with the same two scores are one point, for judges' scales are coarse
 * @param leftOut cases that lack a score on either side
 */
public record ScatterPoints(String metric, String baseline, String challenger, List<Point> points, int leftOut) {
    /** Averages over repeats that differ in their last digits only are the same. */
    private static final double SAME = 1e-9;

    public ScatterPoints {
        points = List.copyOf(points);
    }

    /** Which variant scored higher. */
    public enum Side {
        CHALLENGER,
        NEITHER,
        BASELINE
    }

    /**
     * Cases with the same two scores.
     *
     * @param x the baseline's score, 0 to 1
     * @param y the challenger's
     * @param cases counted from 0, ascending; one or more
     */
    public record Point(double x, double y, List<Integer> cases) {
        public Point {
            cases = List.copyOf(cases);
        }

        /** Who scored higher here. */
        public Side higher() {
            return Math.abs(y - x) <= SAME ? Side.NEITHER : y > x ? Side.CHALLENGER : Side.BASELINE;
        }

        /** The radius of a dot whose area grows with the cases. */
        public double radius(double ofOne) {
            return ofOne * Math.sqrt(cases.size());
        }
    }

    private record Place(long x, long y) {
        static Place of(double x, double y) {
            return new Place(Math.round(x / SAME), Math.round(y / SAME));
        }
    }

    /** @param challenger index of the variant that meets the first, 1 or more */
    public static ScatterPoints of(Comparison comparison, String metric, int challenger) {
        Run run = comparison.run();
        CaseFigures scores = CaseFigures.scores(comparison, metric);
        Map<Place, List<Integer>> places = new LinkedHashMap<>();
        int leftOut = 0;
        for (int i = 0; i < run.cases(); i++) {
            OptionalDouble x = scores.at(0, i);
            OptionalDouble y = scores.at(challenger, i);
            if (x.isEmpty() || y.isEmpty()) {
                leftOut++;
            } else {
                places.computeIfAbsent(Place.of(x.getAsDouble(), y.getAsDouble()), place -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Point> points = places.values().stream()
                .map(cases -> new Point(
                        scores.at(0, cases.getFirst()).orElseThrow(),
                        scores.at(challenger, cases.getFirst()).orElseThrow(),
                        cases))
                .toList();
        return new ScatterPoints(
                metric,
                run.variants().getFirst().label(),
                run.variants().get(challenger).label(),
                points,
                leftOut);
    }

    /** How many cases lie on that side. */
    public int cases(Side side) {
        return points.stream()
                .filter(point -> point.higher() == side)
                .mapToInt(point -> point.cases().size())
                .sum();
    }
}
