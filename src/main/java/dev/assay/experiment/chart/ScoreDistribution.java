package dev.assay.experiment.chart;

import dev.assay.experiment.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How the scores of a variant spread over the scale 0 to 1.
 *
 * @param label the variant's letter
 * @param bins of equal width, ascending
 * @param mean of the scores; empty where nothing was scored
 * @param unscored cases without a score
 */
public record ScoreDistribution(String label, List<Bin> bins, OptionalDouble mean, int unscored) {
    /** Scores of a judge's scale such as 0.3 must not slip into the bin below for their last digit. */
    private static final double LAST_DIGIT = 1e-9;

    public ScoreDistribution {
        bins = List.copyOf(bins);
    }

    /**
     * A stretch of the scale.
     *
     * @param low where it begins, itself included
     * @param high where it ends, itself left out unless it is the last
     * @param cases with a score in it
     */
    public record Bin(double low, double high, int cases) {}

    /** One a variant, in column order. */
    public static List<ScoreDistribution> of(Comparison comparison, String metric, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException(bins + " bins");
        }
        CaseFigures scores = CaseFigures.scores(comparison, metric);
        return IntStream.range(0, comparison.run().variants().size())
                .mapToObj(variant -> {
                    double[] known = scores.known(variant);
                    return new ScoreDistribution(
                            comparison.run().variants().get(variant).label(),
                            bins(known, bins),
                            scores.mean(variant),
                            comparison.run().cases() - known.length);
                })
                .toList();
    }

    /** The cases of the fullest bin. */
    public int highest() {
        return bins.stream().mapToInt(Bin::cases).max().orElse(0);
    }

    /** Cases with a score. */
    public int scored() {
        return bins.stream().mapToInt(Bin::cases).sum();
    }

    private static List<Bin> bins(double[] scores, int number) {
        int[] counts = new int[number];
        for (double score : scores) {
            counts[Math.clamp((int) Math.floor(score * number + LAST_DIGIT), 0, number - 1)]++;
        }
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < number; i++) {
            bins.add(new Bin((double) i / number, (i + 1.0) / number, counts[i]));
        }
        return bins;
    }
}
