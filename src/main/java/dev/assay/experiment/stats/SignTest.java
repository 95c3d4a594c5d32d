package dev.assay.experiment.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Whether one side wins more often than chance. */
public final class SignTest {
    private SignTest() {}

    /**
     * The exact two-sided sign test with the mid-p value: half of the weight of what was seen, and all of what is
     * rarer, on both sides. Reckoned from one tail, since the coin is fair and both tails are alike.
     *
     * @param wins 0 or more
     * @param losses 0 or more
     * @return 1 where there is neither
     */
    public static double midP(int wins, int losses) {
        int decisive = wins + losses;
        if (decisive == 0) {
            return 1;
        }
        int rarer = Math.min(wins, losses);
        BinomialDistribution coin = BinomialDistribution.of(decisive, 0.5);
        return Math.min(1, 2 * coin.cumulativeProbability(rarer) - coin.probability(rarer));
    }

    /**
     * The exact two-sided sign test. Twice one tail, since the coin is fair: the two-sided {@code BinomialTest} of
     * commons-statistics 1.2 is wrong for some counts (5 of 19: 0.041, where 0.064 is true).
     *
     * @param wins 0 or more
     * @param losses 0 or more
     * @return 1 where there is neither
     */
    public static double exact(int wins, int losses) {
        int decisive = wins + losses;
        if (decisive == 0) {
            return 1;
        }
        BinomialDistribution coin = BinomialDistribution.of(decisive, 0.5);
        return Math.min(1, 2 * coin.cumulativeProbability(Math.min(wins, losses)));
    }
}
