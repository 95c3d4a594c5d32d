package dev.assay.experiment.stats.ranks;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The permutation test of paired differences (Fisher 1935): if the variants are alike, each difference could as well
 * have the other sign. Exact for few differences that are not zero; for more by seeded draws with the one seen counted
 * in (Phipson and Smyth 2010), so that p is never 0.
 */
public final class SignFlipTest {
    private static final int EXACT_UP_TO = 18;
    private static final int DRAWS = 20_000;
    private static final long SEED = 20261126;
    private static final double SAME = 1e-9;

    private SignFlipTest() {}

    /** The two-sided p-value of a mean of zero; 1 where no difference is other than zero. */
    public static double pValue(double[] differences) {
        double[] sizes =
                Arrays.stream(differences).filter(d -> Math.abs(d) > SAME).toArray();
        double seen = Math.abs(Arrays.stream(sizes).sum()) - SAME;
        return sizes.length <= EXACT_UP_TO ? exact(sizes, seen) : drawn(sizes, seen);
    }

    /** Walks through all signs in the order of the Gray code, one flip a step. */
    private static double exact(double[] sizes, double seen) {
        double[] signed = sizes.clone();
        double sum = Arrays.stream(signed).sum();
        int all = 1 << sizes.length;
        int extreme = 0;
        for (int step = 1; step <= all; step++) {
            extreme += Math.abs(sum) >= seen ? 1 : 0;
            int flipped = Integer.numberOfTrailingZeros(step);
            if (flipped < signed.length) {
                sum -= 2 * signed[flipped];
                signed[flipped] = -signed[flipped];
            }
        }
        return (double) extreme / all;
    }

    private static double drawn(double[] sizes, double seen) {
        var random = new SplittableRandom(SEED);
        int extreme = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (double size : sizes) {
                sum += random.nextBoolean() ? size : -size;
            }
            extreme += Math.abs(sum) >= seen ? 1 : 0;
        }
        return (double) extreme / (DRAWS + 1);
    }
}
