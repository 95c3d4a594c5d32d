package dev.assay.cli.comparing;

import dev.assay.cli.session.Session;
import dev.assay.experiment.RunControl;
import dev.assay.history.SqlRunHistory;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay replay}: makes every call of an earlier run again. */
@Command(
        name = "replay",
        description = "Makes every call of an earlier run again, from the prompts, cases and judge that it began with,"
                + " as a run of its own. The cache answers nothing. How the two differ: assay runs drift.")
public final class ReplayCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run's id, the beginning of it, or 'latest'. Default: latest.")
    private String run = SqlRunHistory.LATEST;

    @Option(names = "--budget", paramLabel = "USD", description = "What the run may cost in US dollars.")
    private @Nullable BigDecimal budget;

    public ReplayCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RunOptions.requireBudget(budget);
        try (var workbench = session.openWorkbench()) {
            return new ComparisonRun(session, workbench)
                    .run(progress -> workbench.replay(run, budget, new RunControl(), progress), List.of(), List.of());
        }
    }
}
