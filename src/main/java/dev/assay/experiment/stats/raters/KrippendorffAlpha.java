package dev.assay.experiment.stats.raters;

import dev.assay.experiment.stats.Interval;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Agreement of any number of raters, with gaps (Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011): one
 * less the disagreement seen over that expected by chance.
 *
 * @param alpha at most 1, 0 where chance would do as well; null where the ratings do not vary or nothing was rated twice
 * @param interval 95 % bootstrap interval over answers, or null where there is none
 * @param answers answers that two or more rated
 * @param ratings ratings on them
 * @param reading what that is good for
 */
public record KrippendorffAlpha(
        @Nullable Double alpha, @Nullable Interval interval, int answers, int ratings, Reading reading) {
    /** Reckons it; the same ratings give the same interval. */
    public static KrippendorffAlpha of(Ratings ratings, Distance distance) {
        List<List<Double>> pairable = ratings.pairable();
        double[] values = pairable.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
        int[][] coded = pairable.stream()
                .map(unit -> unit.stream()
                        .mapToInt(rating -> Arrays.binarySearch(values, rating))
                        .toArray())
                .toArray(int[][]::new);
        Double alpha = alpha(coded, values, distance);
        Interval interval = alpha == null
                ? null
                : Bootstrap.interval(coded.length, draw -> alpha(drawn(coded, draw), values, distance));
        int count = Arrays.stream(coded).mapToInt(unit -> unit.length).sum();
        return new KrippendorffAlpha(alpha, interval, coded.length, count, Reading.of(coded.length, alpha));
    }

    private static int[][] drawn(int[][] coded, int[] draw) {
        return Arrays.stream(draw).mapToObj(i -> coded[i]).toArray(int[][]::new);
    }

    private static @Nullable Double alpha(int[][] coded, double[] values, Distance distance) {
        var counts = new double[values.length];
        var pairs = new double[values.length][values.length];
        double all = 0;
        for (int[] unit : coded) {
            all += unit.length;
            countPairs(unit, counts, pairs);
        }
        double seen = 0;
        double expected = 0;
        for (int one = 0; one < values.length; one++) {
            for (int other = 0; other < values.length; other++) {
                double squared = distance.squared(one, other, values, counts);
                seen += pairs[one][other] * squared;
                expected += counts[one] * counts[other] * squared;
            }
        }
        return expected == 0 ? null : Double.valueOf(1 - (all - 1) * seen / expected);
    }

    /** Every ordered pair of ratings of one answer, so weighted that each rating counts once. */
    private static void countPairs(int[] unit, double[] counts, double[][] pairs) {
        for (int i = 0; i < unit.length; i++) {
            counts[unit[i]]++;
            for (int j = 0; j < unit.length; j++) {
                if (i != j) {
                    pairs[unit[i]][unit[j]] += 1.0 / (unit.length - 1);
                }
            }
        }
    }
}
