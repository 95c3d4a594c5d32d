package dev.assay.ui.compare;

import dev.assay.experiment.Experiment;
import dev.assay.experiment.estimate.CostRange;
import dev.assay.experiment.estimate.RunEstimate;
import dev.assay.experiment.wording.EstimateSentence;
import dev.assay.llm.InputException;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the run that is set up would take, reckoned anew with every choice. */
final class EstimateViewModel {
    /**
     * The estimate in words.
     *
     * @param brief beside the button; empty where there is no estimate
     * @param whole calls, cost and what they rest on
     */
    record Told(String brief, String whole) {
        static final Told NOTHING = new Told("", "");
    }

    private final SetupViewModel setup;
    private final Bench bench;
    private final LatestTask task;
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(Told.NOTHING);

    EstimateViewModel(SetupViewModel setup, Bench bench, Tasks tasks) {
        this.setup = setup;
        this.bench = bench;
        task = new LatestTask(tasks);
        setup.changes().subscribe(change -> refresh());
    }

    /** Reckons anew, as after a run, whose answers are kept now and tell how long others will be. */
    void refresh() {
        Experiment experiment = complete();
        if (experiment == null) {
            told.set(Told.NOTHING);
            return;
        }
        // What is wrong with a prompt is told where it is edited and when it is run.
        task.run(
                () -> bench.estimate(experiment),
                estimate -> told.set(told(estimate)),
                failure -> told.set(Told.NOTHING));
    }

    private @Nullable Experiment complete() {
        try {
            return setup.plan().getValue().isComplete() ? setup.experiment() : null;
        } catch (InputException e) {
            return null;
        }
    }

    private static Told told(RunEstimate estimate) {
        CostRange cost = estimate.cost();
        String brief = cost == null ? Messages.get("compare.estimate.unknown") : EstimateSentence.brief(cost);
        return new Told(
                estimate.cached() == 0 ? brief : Messages.get("compare.estimate.cached", brief, estimate.cached()),
                EstimateSentence.calls(estimate) + "\n" + EstimateSentence.cost(estimate));
    }

    ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }
}
