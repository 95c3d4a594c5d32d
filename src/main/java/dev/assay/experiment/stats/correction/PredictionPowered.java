package dev.assay.experiment.stats.correction;

import dev.assay.experiment.stats.Interval;
import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The mean difference that people would see over all cases, from the judge's differences on all and theirs on some:
 * prediction-powered inference (Angelopoulos, Bates, Fannjiang, Jordan, Zrnic, Science 2023) with the weight of PPI++
 * (Angelopoulos, Duchi, Zrnic, 2023). Where the judge says what people say the interval shrinks towards that of all
 * cases; where it does not, it is that of the votes alone; a bias of the judge cancels out. The votes must fall on cases
 * drawn at random.
 *
 * @param mean the mean difference, challenger minus baseline
 * @param interval its 95 % interval, or null where the differences do not vary
 * @param standardError of the mean, from the votes and from the cases without a vote
 * @param weight how much the judge counts: 0 not at all, 1 in full
 * @param voted cases with a vote
 * @param unvoted cases without
 */
public record PredictionPowered(
        double mean, @Nullable Interval interval, double standardError, double weight, int voted, int unvoted) {
    /** With fewer votes the interval does not hold what it promises. */
    public static final int MIN_VOTES = 20;

    private static final double SAME = 1e-12;

    /**
     * The correction with the weight that makes the interval narrowest.
     *
     * @param judgeUnvoted the judge's differences on the cases without a vote
     * @param judgeVoted the judge's differences on the cases with a vote
     * @param humanVoted the people's differences on the same cases, in the same order and on the same scale
     * @throws InputException with fewer than two votes, or not as many on both sides
     */
    public static PredictionPowered of(double[] judgeUnvoted, double[] judgeVoted, double[] humanVoted) {
        check(judgeVoted, humanVoted);
        return of(judgeUnvoted, judgeVoted, humanVoted, weight(judgeUnvoted, judgeVoted, humanVoted));
    }

    /**
     * The correction with a given weight; 1 is that of 2023.
     *
     * @param weight 0 to 1; without effect where every case has a vote
     * @throws InputException with fewer than two votes, or not as many on both sides
     */
    public static PredictionPowered of(double[] judgeUnvoted, double[] judgeVoted, double[] humanVoted, double weight) {
        check(judgeVoted, humanVoted);
        if (!(weight >= 0 && weight <= 1)) {
            throw new InputException("A weight of the judge is " + weight + " but must be from 0 to 1");
        }
        double used = judgeUnvoted.length == 0 ? 0 : weight;
        double[] corrections = IntStream.range(0, humanVoted.length)
                .mapToDouble(i -> humanVoted[i] - used * judgeVoted[i])
                .toArray();
        double mean = Moments.mean(corrections) + used * Moments.mean(judgeUnvoted);
        var votes = new Part(Moments.variance(corrections), corrections.length);
        var rest = new Part(used * used * Moments.variance(judgeUnvoted), judgeUnvoted.length);
        double error = Math.sqrt(votes.squaredError() + rest.squaredError());
        Interval interval = error < SAME ? null : interval(mean, error, votes, rest);
        return new PredictionPowered(mean, interval, error, used, humanVoted.length, judgeUnvoted.length);
    }

    /**
     * The same from differences by case.
     *
     * @param judge the judge's difference on every case
     * @param human the people's on the same cases, in the same order; {@code NaN} where nobody voted
     * @throws InputException with fewer than two votes, or not as many on both sides
     */
    public static PredictionPowered byCase(double[] judge, double[] human) {
        if (judge.length != human.length) {
            throw new InputException("There are " + judge.length + " differences of the judge and " + human.length
                    + " of people: give one of both for every case, nothing where nobody voted");
        }
        int[] voted = IntStream.range(0, human.length)
                .filter(i -> !Double.isNaN(human[i]))
                .toArray();
        double[] unvoted = IntStream.range(0, human.length)
                .filter(i -> Double.isNaN(human[i]))
                .mapToDouble(i -> judge[i])
                .toArray();
        return of(
                unvoted,
                Arrays.stream(voted).mapToDouble(i -> judge[i]).toArray(),
                Arrays.stream(voted).mapToDouble(i -> human[i]).toArray());
    }

    /** Whether there are votes enough to rely on the interval. */
    public boolean isEnough() {
        return voted >= MIN_VOTES;
    }

    private record Part(double variance, int n) {
        double squaredError() {
            return n == 0 ? 0 : variance / n;
        }

        /** This part's share in the degrees of freedom of Welch (1947) and Satterthwaite. */
        double squaredErrorByFreedom() {
            return n < 2 ? 0 : squaredError() * squaredError() / (n - 1);
        }
    }

    private static Interval interval(double mean, double error, Part votes, Part rest) {
        double freedom = Math.pow(error, 4) / (votes.squaredErrorByFreedom() + rest.squaredErrorByFreedom());
        double half = TDistribution.of(freedom).inverseCumulativeProbability(0.975) * error;
        return new Interval(mean - half, mean + half);
    }

    /** {@code cov(human, judge) / ((1 + n / N) var(judge))}, kept from 0 to 1. */
    private static double weight(double[] judgeUnvoted, double[] judgeVoted, double[] humanVoted) {
        double variance = Moments.variance(DoubleStream.concat(Arrays.stream(judgeVoted), Arrays.stream(judgeUnvoted))
                .toArray());
        if (judgeUnvoted.length == 0 || variance < SAME) {
            return 0;
        }
        double ratio = 1 + (double) judgeVoted.length / judgeUnvoted.length;
        return Math.clamp(Moments.covariance(humanVoted, judgeVoted) / (ratio * variance), 0, 1);
    }

    private static void check(double[] judgeVoted, double[] humanVoted) {
        if (judgeVoted.length != humanVoted.length || humanVoted.length < 2) {
            throw new InputException("There are " + humanVoted.length + " votes and " + judgeVoted.length
                    + " differences of the judge on the same cases: give as many of both, at least two");
        }
    }
}
