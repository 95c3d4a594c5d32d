package dev.assay.experiment.stats.raters;

import dev.assay.experiment.stats.Agreement;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.Spearman;
import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well a judge scores as a person does, on answers that both scored.
 *
 * @param agreement kappa with quadratic weights, rank correlation and bias
 * @param same how many answers got the very same score
 * @param baseRate how many would have, had the judge always given the person's commonest score
 * @param kappaInterval 95 % bootstrap interval of the kappa, or null where there is none
 * @param spearmanInterval the same of the rank correlation
 * @param reading what the judge is good for
 */
public record ScoreCalibration(
        Agreement agreement,
        Proportion same,
        Proportion baseRate,
        @Nullable Interval kappaInterval,
        @Nullable Interval spearmanInterval,
        Reading reading) {
    private static final double SAME = 1e-9;

    /**
     * Compares the scores.
     *
     * @throws InputException where there are none, or not as many on both sides
     */
    public static ScoreCalibration of(double[] human, double[] judge) {
        Agreement agreement = Agreement.of(human, judge);
        int n = agreement.n();
        int same = (int) Math.round(agreement.rawAgreement() * n);
        double spread = Arrays.stream(human).max().orElse(0)
                - Arrays.stream(human).min().orElse(0);
        return new ScoreCalibration(
                agreement,
                new Proportion(same, n),
                new Proportion(commonest(human), n),
                interval(human, judge, Agreement::quadraticKappa),
                interval(human, judge, Spearman::of),
                Reading.of(n, spread < SAME ? null : agreement.kappaQuadratic()));
    }

    private static @Nullable Interval interval(
            double[] human, double[] judge, BiFunction<double[], double[], @Nullable Double> statistic) {
        return Bootstrap.interval(
                human.length, draw -> statistic.apply(Bootstrap.pick(human, draw), Bootstrap.pick(judge, draw)));
    }

    private static int commonest(double[] scores) {
        return Arrays.stream(scores)
                .boxed()
                .collect(Collectors.groupingBy(score -> Math.round(score / SAME), Collectors.summingInt(score -> 1)))
                .values()
                .stream()
                .max(Integer::compare)
                .orElse(0);
    }
}
