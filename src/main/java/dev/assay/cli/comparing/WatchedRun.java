package dev.assay.cli.comparing;

import dev.assay.cli.session.CtrlC;
import dev.assay.cli.session.Session;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.RunListener;
import dev.assay.llm.CancelledException;
import dev.assay.workbench.Workbench;
import java.util.function.Function;

/** Carries a run out while its progress is told and Ctrl-C stops it. */
public final class WatchedRun {
    private WatchedRun() {}

    /**
     * The run to its end, or what a stopped one has finished.
     *
     * @throws CancelledException where it was stopped before it began
     */
    public static Comparison of(Session session, Workbench workbench, Function<RunListener, Comparison> work) {
        var progress = new ProgressReport(session.terminal());
        try (var ctrlC = new CtrlC()) {
            return work.apply(progress);
        } catch (CancelledException e) {
            if (progress.runId().isEmpty()) {
                throw e;
            }
            return workbench.comparison(progress.runId());
        } finally {
            progress.end();
        }
    }
}
