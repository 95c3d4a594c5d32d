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
                n,
                (double) same / n,
                quadraticKappa(human, judge),
                Spearman.of(human, judge),
                mean(judge) - mean(human));
    }

    /**
     * Cohen's kappa with quadratic weights: squared distances seen, against those expected if the judge's scores were
     * dealt out by chance. The weights need no list of categories: the distance of two scores is their difference.
     *
     * @param human one score or more
     * @param judge as many
     * @return null where neither varies and both are the same
     */
    public static @Nullable Double quadraticKappa(double[] human, double[] judge) {
        double humanMean = mean(human);
        double judgeMean = mean(judge);
        double seen = 0;
        double expected = 0;
        for (int i = 0; i < human.length; i++) {
            seen += square(human[i] - judge[i]) / human.length;
            expected += (square(human[i] - humanMean) + square(judge[i] - judgeMean)) / human.length;
        }
        expected += square(humanMean - judgeMean);
        return expected < SAME ? null : Double.valueOf(1 - seen / expected);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double square(double value) {
        return value * value;
    }
}
