package dev.assay.ui.monitoring;

import dev.assay.history.metrics.CallFigures;
import dev.assay.history.metrics.CallReport;
import dev.assay.history.metrics.GroupBy;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes a board of the calls of a time.
 *
 * @param report the calls
 * @param before those of the time before, or null where there is none to compare with
 * @param first the first day of the time, or null for that of the first call
 * @param today the last day
 */
record BoardMaker(
        CallReport report,
        @Nullable CallReport before,
        @Nullable LocalDate first,
        LocalDate today) {
    /** More colours than these are not told apart. */
    private static final int MOST_SERIES = 6;

    /** More days than these are shown as months. */
    private static final int MOST_DAYS = 92;

    /** Of {@code 2026-11-27}: what a month is called, and what a day is called beside others of its year. */
    private static final int MONTH_END = 7;

    private static final int YEAR_END = 5;

    Board make(GroupBy grouping) {
        List<LocalDate> days = days();
        boolean months = days.size() > MOST_DAYS;
        Function<LocalDate, String> bucket = day -> months ? day.toString().substring(0, MONTH_END) : day.toString();
        List<String> buckets = days.stream().map(bucket).distinct().toList();
        List<String> names = names(buckets);
        Map<String, CallReport> byDay = report.byTime(bucket);
        Map<String, List<CallFigures>> models = new LinkedHashMap<>();
        Map<String, CallFigures> wholes = new LinkedHashMap<>();
        byDay.forEach((day, part) -> {
            models.put(day, part.by(GroupBy.MODEL));
            wholes.put(day, part.whole());
        });
        return new Board(
                tiles(),
                stacked(buckets, names, models, figures -> figures.costUsd().doubleValue()),
                new DayChart(
                        names,
                        List.of(
                                line(
                                        "p50",
                                        buckets,
                                        wholes,
                                        figures -> figures.latency().p50()),
                                line(
                                        "p95",
                                        buckets,
                                        wholes,
                                        figures -> figures.latency().p95()),
                                line(
                                        "p99",
                                        buckets,
                                        wholes,
                                        figures -> figures.latency().p99()))),
                errors(buckets, names, wholes),
                new DayChart(
                        names,
                        List.of(
                                line(Messages.get("monitoring.tokens.input"), buckets, wholes, figures ->
                                        (double) figures.inputTokens()),
                                line(Messages.get("monitoring.tokens.output"), buckets, wholes, figures ->
                                        (double) figures.outputTokens()))),
                report.by(grouping),
                null);
    }

    private List<LocalDate> days() {
        List<CallFigures> called = report.by(GroupBy.DAY);
        LocalDate begin = first != null || called.isEmpty()
                ? (first == null ? today : first)
                : LocalDate.parse(called.getFirst().name());
        LocalDate end =
                called.isEmpty() ? today : LocalDate.parse(called.getLast().name());
        return begin.datesUntil((end.isAfter(today) ? end : today).plusDays(1)).toList();
    }

    private static List<String> names(List<String> buckets) {
        return DayChart.legible(buckets.stream()
                .map(bucket -> bucket.length() > MONTH_END ? bucket.substring(YEAR_END) : bucket)
                .toList());
    }

    private static DayChart stacked(
            List<String> buckets,
            List<String> names,
            Map<String, List<CallFigures>> byDay,
            ToDoubleFunction<CallFigures> value) {
        Map<String, Double> sums = new LinkedHashMap<>();
        byDay.values()
                .forEach(groups ->
                        groups.forEach(group -> sums.merge(group.name(), value.applyAsDouble(group), Double::sum)));
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        byDay.forEach((day, groups) ->
                groups.forEach(group -> values.computeIfAbsent(group.name(), name -> new LinkedHashMap<>())
                        .put(day, value.applyAsDouble(group))));
        return chart(buckets, names, sums, values);
    }

    private static DayChart errors(List<String> buckets, List<String> names, Map<String, CallFigures> wholes) {
        Map<String, Double> sums = new LinkedHashMap<>();
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        wholes.forEach((day, whole) -> whole.errors().forEach((type, times) -> {
            sums.merge(type, times.doubleValue(), Double::sum);
            values.computeIfAbsent(type, any -> new LinkedHashMap<>()).put(day, times.doubleValue());
        }));
        return chart(buckets, names, sums, values);
    }

    /** The largest one by one, all others together. */
    private static DayChart chart(
            List<String> buckets,
            List<String> names,
            Map<String, Double> sums,
            Map<String, Map<String, Double>> values) {
        List<String> largest = sums.entrySet().stream()
                .filter(sum -> sum.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        boolean tooMany = largest.size() > MOST_SERIES;
        List<String> shown = tooMany ? largest.subList(0, MOST_SERIES - 1) : largest;
        List<DayChart.Series> series = new ArrayList<>();
        for (String name : shown) {
            series.add(series(name, List.of(name), buckets, values));
        }
        if (tooMany) {
            List<String> others = largest.subList(MOST_SERIES - 1, largest.size());
            series.add(series(Messages.get("monitoring.others", others.size()), others, buckets, values));
        }
        return new DayChart(names, series);
    }

    private static DayChart.Series series(
            String name, List<String> of, List<String> buckets, Map<String, Map<String, Double>> values) {
        List<@Nullable Double> sums = new ArrayList<>();
        for (String bucket : buckets) {
            sums.add(of.stream()
                    .mapToDouble(one -> values.getOrDefault(one, Map.of()).getOrDefault(bucket, 0.0))
                    .sum());
        }
        return new DayChart.Series(name, sums);
    }

    private static DayChart.Series line(
            String name,
            List<String> buckets,
            Map<String, CallFigures> wholes,
            Function<CallFigures, @Nullable Double> value) {
        List<@Nullable Double> values = new ArrayList<>();
        for (String bucket : buckets) {
            CallFigures whole = wholes.get(bucket);
            values.add(whole == null ? null : value.apply(whole));
        }
        return new DayChart.Series(name, values);
    }

    private List<Tile> tiles() {
        CallFigures now = report.whole();
        CallFigures then = before == null ? null : before.whole();
        return List.of(
                new Tile(
                        Messages.get("monitoring.tile.calls"),
                        Figures.count(now.invocations()),
                        change(now, then, CallFigures::invocations)),
                new Tile(
                        Messages.get("monitoring.tile.tokens"),
                        Figures.count(now.totalTokens()),
                        change(now, then, CallFigures::totalTokens)),
                new Tile(
                        Messages.get("monitoring.tile.cost"),
                        Figures.cost(now.costUsd()),
                        change(now, then, figures -> figures.costUsd().doubleValue())),
                new Tile(
                        Messages.get("monitoring.tile.p50"),
                        Figures.duration(now.latency().p50()),
                        change(now, then, figures -> orNothing(figures.latency().p50()))),
                new Tile(
                        Messages.get("monitoring.tile.p95"),
                        Figures.duration(now.latency().p95()),
                        change(now, then, figures -> orNothing(figures.latency().p95()))),
                new Tile(
                        Messages.get("monitoring.tile.p99"),
                        Figures.duration(now.latency().p99()),
                        change(now, then, figures -> orNothing(figures.latency().p99()))),
                new Tile(
                        Messages.get("monitoring.tile.errors"),
                        percent(now.errorRate()),
                        then == null ? "" : before(percent(then.errorRate()), then)),
                new Tile(
                        Messages.get("monitoring.tile.judges"),
                        percent(now.judgeShare()),
                        Messages.get("monitoring.judges.of")),
                new Tile(
                        Messages.get("monitoring.tile.saved"),
                        Figures.cost(now.savedUsd()),
                        Messages.get("monitoring.saved.by", now.cached())));
    }

    private static double orNothing(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share > 0 && share < 0.1 ? "%.1f%%" : "%.0f%%", 100 * share);
    }

    private static String before(String value, CallFigures then) {
        return then.invocations() == 0 ? "" : Messages.get("monitoring.before", value);
    }

    /** How much more or less than before, in percent; empty where there is nothing to compare with. */
    private static String change(CallFigures now, @Nullable CallFigures then, ToDoubleFunction<CallFigures> value) {
        double earlier = then == null ? 0 : value.applyAsDouble(then);
        if (earlier == 0) {
            return "";
        }
        long percent = Math.round(100 * (value.applyAsDouble(now) / earlier - 1));
        String sign = percent > 0 ? "+" : percent < 0 ? "\u2212" : "\u00b1";
        return Messages.get("monitoring.change", sign + Math.abs(percent));
    }
}
