package dev.assay.cli.comparing;

import dev.assay.cli.session.Session;
import dev.assay.experiment.RunControl;
import dev.assay.history.Run;
import dev.assay.history.RunVariant;
import dev.assay.history.SqlRunHistory;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay rejudge}: judges the answers of an earlier run anew. */
@Command(
        name = "rejudge",
        description = "Judges the answers of an earlier run anew, by another judge or for other metrics, as a run of"
                + " its own. No answer is generated again; only judging is paid for.")
public final class RejudgeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run's id, the beginning of it, or 'latest'. Default: latest.")
    private String run = SqlRunHistory.LATEST;

    @Mixin
    private final JudgeOptions judging = new JudgeOptions();

    @Option(names = "--budget", paramLabel = "USD", description = "What judging may cost in US dollars.")
    private @Nullable BigDecimal budget;

    public RejudgeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RunOptions.requireBudget(budget);
        try (var workbench = session.openWorkbench()) {
            Run earlier = workbench.run(run);
            JudgeOptions.Choice choice = judging.chooseAgain(
                    earlier.measured(),
                    earlier.judge(),
                    earlier.variants().stream().map(RunVariant::model).toList(),
                    session.judges());
            return new ComparisonRun(session, workbench)
                    .run(
                            progress -> workbench.rejudge(
                                    earlier.id(), choice.metrics(), choice.model(), budget, new RunControl(), progress),
                            List.of(),
                            List.of());
        }
    }
}
