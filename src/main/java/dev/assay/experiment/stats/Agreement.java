package dev.assay.experiment.stats;

import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far a judge's scores agree with a person's on the same answers.
 *
 * @param n answers that both scored
 * @param rawAgreement share of them with the very same score, 0 to 1
 * @param kappaQuadratic Cohen's kappa with quadratic weights, at most 1; null where neither score varies
 * @param spearman rank correlation with average ranks for ties, -1 to 1; null where either score does not vary
 * @param bias the judge's mean minus the person's
 */
public record Agreement(
        int n,
        double rawAgreement,
        @Nullable Double kappaQuadratic,
        @Nullable Double spearman,
        double bias) {
    private static final double SAME = 1e-9;

    /**
     * Reckons the agreement.
     *
     * @throws InputException where there are no scores, or not as many on both sides
     */
    public static Agreement of(double[] human, double[] judge) {
        if (human.length != judge.length || human.length == 0) {
            throw new InputException("There are " + human.length + " scores of the person and " + judge.length
                    + " of the judge: give as many of both, at least one");
        }
        int n = human.length;
        long same = IntStream.range(0, n)
                .filter(i -> Math.abs(human[i] - judge[i]) < SAME)
                .count();
        return new Agreement(
                n, (double) same / n, kappa(human, judge), Spearman.of(human, judge), mean(judge) - mean(human));
    }

    /**
     * Squared distances seen, against those expected if the judge's scores were dealt out by chance. The weights need no
     * list of categories: the distance of two scores is their difference.
     */
    private static @Nullable Double kappa(double[] human, double[] judge) {
        double seen = IntStream.range(0, human.length)
                .mapToDouble(i -> (human[i] - judge[i]) * (human[i] - judge[i]))
                .average()
                .orElse(0);
        double shift = mean(human) - mean(judge);
        double expected = variance(human) + variance(judge) + shift * shift;
        return expected < SAME ? null : Double.valueOf(1 - seen / expected);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
    }
}
