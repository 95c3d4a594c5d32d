package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.judge.Score;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sums up the cells of one variant. */
final class Summaries {
    private Summaries() {}

    static VariantSummary of(Run run, int variant, List<Cell> allCells) {
        List<Cell> cells = allCells.stream()
                .filter(cell -> cell.key().variant() == variant)
                .toList();
        List<ChatResponse> answers =
                cells.stream().flatMap(cell -> response(cell.answer())).toList();
        // How quick the cache was, or how long a batch lay, says nothing of the model.
        double[] millis = answers.stream()
                .filter(answer -> answer.cache().isMeasured())
                .flatMap(answer -> Stream.ofNullable(answer.latency().total()))
                .mapToDouble(Summaries::millis)
                .sorted()
                .toArray();
        return new VariantSummary(
                run.variants().get(variant),
                cells.size(),
                (int) cells.stream()
                        .filter(cell -> isScored(cell, run.metrics()))
                        .count(),
                (int) cells.stream()
                        .filter(cell -> cell.answer().outcome() instanceof Outcome.Failed)
                        .count(),
                meanScores(cells, run.metrics()),
                sum(answers, Usage::inputTokens),
                sum(answers, Usage::outputTokens),
                cost(cells.stream().map(Cell::answer), Summaries::paid),
                cost(cells.stream().map(Cell::answer), Summaries::worth),
                cost(cells.stream().flatMap(cell -> cell.judgeCalls().stream()), Summaries::paid),
                nearestRank(millis, 50),
                nearestRank(millis, 95));
    }

    /** The score's value, or nothing where the metric was not scored. */
    static DoubleStream values(Cell cell, String metric) {
        return cell.scores().stream()
                .filter(Score.Scored.class::isInstance)
                .map(Score.Scored.class::cast)
                .filter(score -> score.metric().equals(metric))
                .mapToDouble(Score.Scored::value);
    }

    private static boolean isScored(Cell cell, List<String> metrics) {
        return !metrics.isEmpty()
                && metrics.stream().allMatch(metric -> values(cell, metric).count() > 0);
    }

    /** Repeats are averaged within their case first, so that a case whose repeats were all scored counts no more. */
    private static Map<String, Double> meanScores(List<Cell> cells, List<String> metrics) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (String metric : metrics) {
            cells.stream().collect(Collectors.groupingBy(cell -> cell.key().testCase())).values().stream()
                    .map(repeats -> repeats.stream()
                            .flatMapToDouble(cell -> values(cell, metric))
                            .average())
                    .flatMapToDouble(OptionalDouble::stream)
                    .average()
                    .ifPresent(mean -> means.put(metric, mean));
        }
        return means;
    }

    /** One answer whose count was not reported makes the sum unknown. */
    private static @Nullable Long sum(List<ChatResponse> answers, Function<Usage, @Nullable Long> count) {
        Long sum = null;
        for (ChatResponse answer : answers) {
            Long tokens = count.apply(answer.usage());
            if (tokens == null) {
                return null;
            }
            sum = sum == null ? tokens : sum + tokens;
        }
        return sum;
    }

    /** One unknown cost makes the sum unknown; a call that failed brought nothing that could be priced. */
    private static @Nullable BigDecimal cost(Stream<Invocation> calls, Function<Invocation, @Nullable BigDecimal> of) {
        BigDecimal sum = null;
        for (Invocation call : calls.toList()) {
            if (!(call.outcome() instanceof Outcome.Completed)) {
                continue;
            }
            BigDecimal usd = of.apply(call);
            if (usd == null) {
                return null;
            }
            sum = sum == null ? usd : sum.add(usd);
        }
        return sum;
    }

    private static @Nullable BigDecimal paid(Invocation call) {
        return call.cost() == null ? null : call.cost().usd();
    }

    /** What it would have cost if nothing had been answered before. */
    private static @Nullable BigDecimal worth(Invocation call) {
        boolean called = response(call).allMatch(answer -> answer.cache() == CacheStatus.NONE);
        BigDecimal saved = call.savedUsd();
        BigDecimal paid = paid(call);
        // Of the calls that one answer took the cache may have answered some.
        return !called ? saved : paid == null || saved == null ? paid : paid.add(saved);
    }

    /** The smallest value that at least {@code percent} of all are not above. */
    static @Nullable Double nearestRank(double[] sorted, int percent) {
        return sorted.length == 0 ? null : sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static Stream<ChatResponse> response(Invocation call) {
        return call.outcome() instanceof Outcome.Completed completed ? Stream.of(completed.response()) : Stream.empty();
    }
}
