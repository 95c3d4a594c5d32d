package dev.assay.cli.metrics;

import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.exchange.results.content.Figures;
import dev.assay.history.metrics.CallFigures;
import dev.assay.history.metrics.CallReport;
import dev.assay.history.metrics.GroupBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report of calls as text. */
final class MetricsTable {
    private MetricsTable() {}

    static List<String> lines(CallReport report, List<GroupBy> groupings) {
        CallFigures whole = report.whole();
        var lines = new ArrayList<String>();
        if (whole.invocations() == 0) {
            lines.add("No call was made in that time.");
            return lines;
        }
        for (GroupBy by : groupings) {
            lines.addAll(table(report, by));
            lines.add("");
        }
        if (!whole.errors().isEmpty()) {
            lines.add("Errors: "
                    + whole.errors().entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                            .map(error -> error.getKey() + " " + error.getValue())
                            .collect(Collectors.joining(", ")));
        }
        if (whole.cached() > 0) {
            lines.add("The cache answered " + whole.cached() + " calls and saved " + Figures.dollars(whole.savedUsd())
                    + ".");
        }
        if (whole.judgeCostUsd().signum() > 0) {
            lines.add("Judges took " + Math.round(100 * whole.judgeShare()) + "% of the cost.");
        }
        if (whole.unpriced() > 0) {
            lines.add("The cost of " + whole.unpriced() + " calls is not known and left out.");
        }
        return lines;
    }

    private static List<String> table(CallReport report, GroupBy by) {
        var table = new TextTable()
                .column(by.word(), Side.LEFT)
                .column("calls", Side.RIGHT)
                .column("tokens", Side.RIGHT)
                .column("cost", Side.RIGHT)
                .column("mean", Side.RIGHT)
                .column("p50", Side.RIGHT)
                .column("p95", Side.RIGHT)
                .column("p99", Side.RIGHT)
                .column("first token", Side.RIGHT)
                .column("tokens/s", Side.RIGHT)
                .column("errors", Side.RIGHT);
        report.by(by).forEach(figures -> table.row(row(figures.name().isEmpty() ? "-" : figures.name(), figures)));
        table.row(row("all", report.whole()));
        return table.lines();
    }

    private static List<String> row(String name, CallFigures figures) {
        Double speed = figures.tokensPerSecond();
        return List.of(
                name,
                Figures.tokens(figures.invocations()),
                Figures.tokens(figures.totalTokens()),
                Figures.dollars(figures.costUsd()),
                Figures.millis(figures.latency().mean()),
                Figures.millis(figures.latency().p50()),
                Figures.millis(figures.latency().p95()),
                Figures.millis(figures.latency().p99()),
                Figures.millis(figures.firstToken().p50()),
                speed == null ? "-" : String.format(Locale.ROOT, "%.0f", speed),
                String.format(Locale.ROOT, "%.1f%%", 100 * figures.errorRate()));
    }
}
