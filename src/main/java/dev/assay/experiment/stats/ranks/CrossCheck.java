package dev.assay.experiment.stats.ranks;

import dev.assay.experiment.stats.PairedTest;
import dev.assay.experiment.stats.Spearman;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What tests without the assumptions of the t test make of the same differences. They check the verdict and never make
 * one: the test that decides is fixed before the run.
 *
 * <p>The ranks are flipped as the differences are, rather than held against the normal distribution: judges give many
 * ties and zeros, and {@code WilcoxonSignedRankTest} of commons-statistics 1.2 takes zeros out of the variance twice,
 * which with 80 zeros of 100 makes it a quarter too small.
 *
 * @param rankP two-sided p of Wilcoxon's signed-rank test, zeros ranked as Pratt (1959) does; null where no case differs
 * @param signFlipP two-sided p of the permutation test of the mean
 * @param agrees whether ranks find a difference in the same direction as the t test, or neither finds one
 */
public record CrossCheck(@Nullable Double rankP, double signFlipP, boolean agrees) {
    private static final double LEVEL = 0.05;

    /** Averages over repeats differ in the last digits only: such scores are the same. */
    private static final double GRID = 1e-9;

    /** Holds the differences against both tests. */
    public static CrossCheck of(double[] differences) {
        double[] onGrid =
                Arrays.stream(differences).map(d -> Math.rint(d / GRID)).toArray();
        double signFlipP = SignFlipTest.pValue(differences);
        if (Arrays.stream(onGrid).allMatch(d -> d == 0)) {
            return new CrossCheck(null, signFlipP, true);
        }
        double[] signedRanks = signedRanks(onGrid);
        double rankP = SignFlipTest.pValue(signedRanks);
        PairedTest test = PairedTest.of(differences);
        boolean found = test.pValue() < LEVEL;
        boolean ranksUp = Arrays.stream(signedRanks).sum() > 0;
        return new CrossCheck(rankP, signFlipP, found == rankP < LEVEL && (!found || ranksUp == test.mean() > 0));
    }

    /** The rank of each size, zeros among them, with the sign of the difference; 0 for zeros. */
    private static double[] signedRanks(double[] differences) {
        double[] ranks =
                Spearman.averageRanks(Arrays.stream(differences).map(Math::abs).toArray());
        Arrays.setAll(ranks, i -> Math.signum(differences[i]) * ranks[i]);
        return ranks;
    }
}
