package dev.assay.cli.runs;

import dev.assay.cli.report.ComparisonTable;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.data.ComparisonJson;
import dev.assay.experiment.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay runs show}: the figures of an earlier run, the same as when it ran. */
@Command(name = "show", description = "The figures of a run, the same as when it ran.")
final class RunsShowCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = "The run's id, the beginning of it, or 'latest'.")
    private String run = "";

    RunsShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            Comparison comparison = workbench.comparison(run);
            session.print(ComparisonJson.of(comparison), ComparisonTable.lines(comparison));
        }
    }
}
