package dev.assay.experiment.chart;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.PairedTest;
import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.judge.Score;
import dev.assay.llm.CacheStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One figure a case, such as a score, for every variant; repeats are averaged within their case, as verdicts do.
 *
 * @param name what the figure is
 * @param byVariant in column order, one entry a case; empty where the figure is not known
 */
public record CaseFigures(String name, List<List<OptionalDouble>> byVariant) {

    public CaseFigures {
        byVariant = byVariant.stream().map(List::copyOf).toList();
    }

    /** The scores by a metric, 0 to 1. */
    public static CaseFigures scores(Comparison comparison, String metric) {
        return of(comparison, metric, cell -> score(cell, metric));
    }

    /** What one answer costs in US dollars, whether this run paid for it or the cache had it. */
    public static CaseFigures costs(Comparison comparison) {
        return of(comparison, "cost", CaseFigures::cost);
    }

    /** The figure of a variant on a case, both counted from 0. */
    public OptionalDouble at(int variant, int testCase) {
        return byVariant.get(variant).get(testCase);
    }

    /** The figures of a variant that are known, in the order of the cases. */
    public double[] known(int variant) {
        return byVariant.get(variant).stream()
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
    }

    /** The mean over the cases whose figure is known; empty where there is none. */
    public OptionalDouble mean(int variant) {
        return Arrays.stream(known(variant)).average();
    }

    /** The 95 % interval of that mean by the t distribution; null for fewer than two cases or figures all the same. */
    public @Nullable Interval interval(int variant) {
        return PairedTest.of(known(variant)).interval();
    }

    private static CaseFigures of(Comparison comparison, String name, Function<Cell, OptionalDouble> figure) {
        int cases = comparison.run().cases();
        List<List<OptionalDouble>> columns = new ArrayList<>();
        for (int variant = 0; variant < comparison.run().variants().size(); variant++) {
            double[] sums = new double[cases];
            int[] counts = new int[cases];
            for (Cell cell : comparison.cells()) {
                if (cell.key().variant() == variant) {
                    int at = cell.key().testCase();
                    figure.apply(cell).ifPresent(value -> {
                        sums[at] += value;
                        counts[at]++;
                    });
                }
            }
            columns.add(means(sums, counts));
        }
        return new CaseFigures(name, columns);
    }

    private static List<OptionalDouble> means(double[] sums, int[] counts) {
        var means = new ArrayList<OptionalDouble>();
        for (int i = 0; i < sums.length; i++) {
            means.add(counts[i] == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[i] / counts[i]));
        }
        return means;
    }

    private static OptionalDouble score(Cell cell, String metric) {
        return cell.scores().stream()
                .filter(Score.Scored.class::isInstance)
                .map(Score.Scored.class::cast)
                .filter(score -> score.metric().equals(metric))
                .mapToDouble(Score.Scored::value)
                .findFirst();
    }

    static OptionalDouble cost(Cell cell) {
        Invocation answer = cell.answer();
        if (!(answer.outcome() instanceof Outcome.Completed completed)) {
            return OptionalDouble.empty();
        }
        BigDecimal saved = answer.savedUsd();
        BigDecimal paid = answer.cost() == null ? null : answer.cost().usd();
        // Of the calls that one answer took the cache may have answered some.
        BigDecimal usd = completed.response().cache() != CacheStatus.NONE
                ? saved
                : paid == null || saved == null ? paid : paid.add(saved);
        return usd == null ? OptionalDouble.empty() : OptionalDouble.of(usd.doubleValue());
    }
}
