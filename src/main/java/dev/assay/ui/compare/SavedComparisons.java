package dev.assay.ui.compare;

import dev.assay.experiment.Experiment;
import dev.assay.llm.InputException;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.experiments.SavedExperiment;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The comparisons that are saved in the workspace, to be set up again. */
final class SavedComparisons {
    private final SetupViewModel setup;
    private final Bench bench;
    private final Tasks tasks;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    SavedComparisons(SetupViewModel setup, Bench bench, Tasks tasks) {
        this.setup = setup;
        this.bench = bench;
        this.tasks = tasks;
    }

    /** Looks what is saved. */
    void load() {
        tasks.run(bench::savedNames, this::show, this::fail);
    }

    private void show(List<String> saved) {
        if (!names.equals(saved)) {
            names.setAll(saved);
        }
    }

    /** Sets up a saved comparison in place of what is set up. */
    void open(String name) {
        problem.set("");
        tasks.run(() -> bench.saved(name), setup::take, this::fail);
    }

    /** Saves what is set up under a name. */
    void save(String name) {
        problem.set("");
        try {
            Experiment experiment = setup.experiment();
            String dataset = String.valueOf(setup.datasetNameProperty().get());
            String cluster = setup.clusterProperty().getValueSafe();
            tasks.run(
                    () -> {
                        bench.save(name, SavedExperiment.of(experiment, dataset, cluster.isEmpty() ? null : cluster));
                        return bench.savedNames();
                    },
                    this::show,
                    this::fail);
        } catch (InputException e) {
            fail(Failure.of(e));
        }
    }

    private void fail(Failure failure) {
        problem.set(Messages.get("compare.saved.problem", failure.summary()));
    }

    ObservableList<String> names() {
        return names;
    }

    /** What went wrong last, in one line; may be empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
