package dev.assay.cli.comparing;

import dev.assay.cli.session.Session;
import dev.assay.experiment.CellChoice;
import dev.assay.experiment.RunControl;
import dev.assay.history.SqlRunHistory;
import dev.assay.workbench.Workbench;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay resume}: finishes a run that was stopped or cut off. */
@Command(
        name = "resume",
        description =
                "Runs what an earlier run lacks, from the prompts and cases that it began with. What is finished is"
                        + " not asked for and not paid for again.")
public final class ResumeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run's id, the beginning of it, or 'latest'. Default: latest.")
    private String run = SqlRunHistory.LATEST;

    @Option(names = "--retry-errors", description = "Ask again also where a call failed.")
    private boolean retry;

    @Option(
            names = "--budget",
            paramLabel = "USD",
            description = "Another budget for the whole run, what it has cost so far included.")
    private @Nullable BigDecimal budget;

    @Option(names = "--variant", paramLabel = "LETTER", description = "Run the cells of this variant alone, such as B.")
    private @Nullable String variant;

    public ResumeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RunOptions.requireBudget(budget);
        try (var workbench = session.openWorkbench()) {
            return new ComparisonRun(session, workbench)
                    .run(
                            progress -> workbench.resume(run, choice(workbench), budget, new RunControl(), progress),
                            List.of(),
                            List.of());
        }
    }

    private CellChoice choice(Workbench workbench) {
        CellChoice choice = retry ? CellChoice.MISSING_AND_FAILED : CellChoice.MISSING;
        return variant == null
                ? choice
                : choice.of(Columns.index(variant, workbench.run(run).variants().size()));
    }
}
