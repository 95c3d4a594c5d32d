package dev.assay.ui.runs;

import dev.assay.judge.Metric;
import dev.assay.llm.ModelId;
import java.util.List;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What can be done with an earlier run beside looking at it; each is shown where runs are made. */
public interface RunActions {
    /** Runs what it lacks. */
    void resume(String runId, boolean failedToo);

    /**
     * Judges its answers anew.
     *
     * @param judge who judges where a model does, or null
     */
    void rejudge(String runId, List<Metric> metrics, @Nullable ModelId judge);

    /** Makes all its calls again. */
    void replay(String runId);

    /** Lets the user vote on its answers without knowing whose they are, and returns when they have ended. */
    void vote(String runId, Window owner);

    /** What judges can be chosen from; slow. */
    JudgeOffer judges();

    /**
     * What judges can be chosen from.
     *
     * @param models the models that can judge
     * @param own the metrics of the workspace's own judges, as their files have them now
     */
    record JudgeOffer(List<ModelId> models, List<Metric> own) {
        /** Both need only be read. */
        public JudgeOffer {
            models = List.copyOf(models);
            own = List.copyOf(own);
        }
    }
}
