package dev.assay.cli.metrics;

import dev.assay.cli.session.Session;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.CallReport;
import dev.assay.history.metrics.GroupBy;
import dev.assay.history.metrics.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay metrics}: what calls took. */
@Command(
        name = "metrics",
        description = "What all calls took: number, tokens, cost, time and errors, those of runs and those of imported"
                + " logs. Percentiles are off by at most half a percent of their value; means and sums are exact."
                + " Days are those of UTC.")
public final class MetricsCommand implements Runnable {
    private final Session session;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "Tell calls apart by provider, model, prompt, operation or day; may be given many times."
                    + " Default: model; with --json all of them.")
    private List<String> by = List.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "From then on: 2026-11-27, 2026-11-27T08:00:00Z, or so long ago as 30m, 24h, 7d or 4w.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Up to then, written alike.")
    private @Nullable String until;

    public MetricsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        List<GroupBy> groupings = by.stream().map(GroupBy::of).distinct().toList();
        Instant now = Instant.now();
        var query = new CallQuery(
                since == null ? null : Moment.parse("--since", since, now),
                until == null ? null : Moment.parse("--until", until, now));
        try (var workbench = session.openWorkbench()) {
            // Opens the history, which is no part of the question.
            workbench.history().runs(1);
            long start = System.nanoTime();
            CallReport report = workbench.history().metrics(query);
            long took = System.nanoTime() - start;
            session.print(
                    MetricsJson.of(report, groupings.isEmpty() ? List.of(GroupBy.values()) : groupings, took),
                    MetricsTable.lines(report, groupings.isEmpty() ? List.of(GroupBy.MODEL) : groupings));
        }
    }
}
