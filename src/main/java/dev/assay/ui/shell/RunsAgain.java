package dev.assay.ui.shell;

import dev.assay.judge.Metric;
import dev.assay.llm.ModelId;
import dev.assay.ui.compare.CompareViewModel;
import dev.assay.ui.runs.RunActions;
import dev.assay.workbench.Workbench;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes runs from earlier ones on the screen where runs are made.
 *
 * @param show brings that screen to the front
 */
record RunsAgain(Workbench workbench, CompareViewModel compare, Runnable show) implements RunActions {

    @Override
    public void resume(String runId, boolean failedToo) {
        compare.resume(runId, failedToo);
        show.run();
    }

    @Override
    public void rejudge(String runId, List<Metric> metrics, @Nullable ModelId judge) {
        compare.rejudge(runId, metrics, judge);
        show.run();
    }

    @Override
    public void replay(String runId) {
        compare.replay(runId);
        show.run();
    }

    @Override
    public List<ModelId> judges() {
        return workbench.models();
    }
}
