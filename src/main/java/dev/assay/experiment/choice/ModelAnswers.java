package dev.assay.experiment.choice;

import dev.assay.experiment.Verdict;
import dev.assay.experiment.Verdicts;
import dev.assay.experiment.gate.NonInferiority;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.PairedTest;
import dev.assay.experiment.stats.PassFailTest;
import dev.assay.history.metrics.ScoredAnswer;
import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The earlier answers of a model. Repeats are averaged within their case: counted as cases they would say too much.
 *
 * @param scores means by case
 */
record ModelAnswers(ModelId model, List<ScoredAnswer> answers, Map<CaseKey, Double> scores) {

    /** What must be the same for two scores to be a pair. */
    record CaseKey(
            String text,
            String cases,
            int testCase,
            @Nullable ModelId judge) {
        static CaseKey of(ScoredAnswer answer) {
            return new CaseKey(answer.text(), answer.cases(), answer.testCase(), answer.judge());
        }

        /** The case whatever was asked about it: answers of several prompts to one case have much in common. */
        String source() {
            return cases + "#" + testCase;
        }
    }

    static ModelAnswers of(ModelId model, List<ScoredAnswer> answers) {
        Map<CaseKey, Double> means = answers.stream()
                .filter(answer -> answer.score() != null)
                .collect(Collectors.groupingBy(
                        CaseKey::of,
                        LinkedHashMap::new,
                        Collectors.averagingDouble(answer -> Objects.requireNonNull(answer.score()))));
        return new ModelAnswers(model, answers, means);
    }

    double meanScore() {
        return scores.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    ModelFigures figures(ModelAnswers best, double margin) {
        Interval interval = test(
                        List.copyOf(scores.keySet()),
                        scores.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                .interval();
        return new ModelFigures(
                model,
                scores.size(),
                answers.size(),
                (int) answers.stream().filter(ScoredAnswer::failed).count(),
                meanScore(),
                interval == null ? null : new Interval(Math.max(0, interval.low()), Math.min(1, interval.high())),
                cost(),
                p95(),
                against(best, margin),
                true,
                true);
    }

    private ModelFigures.AgainstBest against(ModelAnswers best, double margin) {
        if (this == best) {
            return new ModelFigures.AgainstBest(scores.size(), 0.0, null, NonInferiority.SHOWN);
        }
        List<CaseKey> shared =
                scores.keySet().stream().filter(best.scores::containsKey).toList();
        double[] own = shared.stream().mapToDouble(scores::get).toArray();
        double[] others = shared.stream().mapToDouble(best.scores::get).toArray();
        double[] differences = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            differences[i] = own[i] - others[i];
        }
        PairedTest test = test(shared, differences);
        PassFailTest passFail = sources(shared) == shared.size() ? passFail(own, others) : null;
        Verdict.Kind kind = passFail == null ? Verdicts.kind(test) : Verdicts.kind(passFail);
        Interval interval = passFail == null || shared.isEmpty() ? test.interval() : passFail.interval();
        Double mean = shared.isEmpty() ? null : test.mean();
        return new ModelFigures.AgainstBest(
                shared.size(),
                mean,
                interval,
                NonInferiority.of(kind, shared.size(), mean, interval == null ? null : interval.low(), margin));
    }

    private static PairedTest test(List<CaseKey> keys, double[] values) {
        return PairedTest.of(values, keys.stream().map(CaseKey::source).toList());
    }

    private static long sources(List<CaseKey> keys) {
        return keys.stream().map(CaseKey::source).distinct().count();
    }

    /** Counted as passes and failures; null where any score is something between, or there is none. */
    private static @Nullable PassFailTest passFail(double[] own, double[] others) {
        int[] counts = new int[4];
        for (int i = 0; i < own.length; i++) {
            if (own[i] != 0 && own[i] != 1 || others[i] != 0 && others[i] != 1) {
                return null;
            }
            counts[(others[i] == 1 ? 2 : 0) + (own[i] == 1 ? 1 : 0)]++;
        }
        return own.length == 0 ? null : new PassFailTest(counts[3], counts[1], counts[2], counts[0]);
    }

    /** One answer without a price makes the mean unknown; a call that failed brought nothing that could be priced. */
    private @Nullable BigDecimal cost() {
        BigDecimal sum = BigDecimal.ZERO;
        long priced = 0;
        for (ScoredAnswer answer : answers) {
            if (answer.failed()) {
                continue;
            }
            if (answer.usd() == null) {
                return null;
            }
            sum = sum.add(answer.usd());
            priced++;
        }
        return priced == 0 ? null : sum.divide(BigDecimal.valueOf(priced), MathContext.DECIMAL64);
    }

    /** The nearest rank, as everywhere. */
    private @Nullable Double p95() {
        double[] sorted = answers.stream()
                .filter(answer -> !answer.failed() && answer.latencyMs() != null)
                .mapToDouble(answer -> Objects.requireNonNull(answer.latencyMs()))
                .sorted()
                .toArray();
        return sorted.length == 0 ? null : Double.valueOf(sorted[Math.ceilDiv(sorted.length * 95, 100) - 1]);
    }
}
