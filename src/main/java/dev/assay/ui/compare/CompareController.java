package dev.assay.ui.compare;

import dev.assay.provider.offline.OfflineProvider;
import dev.assay.registry.watch.Area;
import dev.assay.ui.compare.CompareViewModel.State;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Screen;
import dev.assay.ui.results.pane.VerdictBar;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/** Shows the set-up above and the results below. */
public final class CompareController implements Screen {
    private final CompareViewModel viewModel;
    private final SetupViewModel setup;

    @FXML
    private Label summary;

    @FXML
    private ToggleButton setupToggle;

    @FXML
    private SavedMenu savedMenu;

    @FXML
    private Node setupPane;

    @FXML
    private Label problem;

    @FXML
    private Label offlineNote;

    @FXML
    private BatchBar batches;

    @FXML
    private VerdictBar verdicts;

    @FXML
    private Node results;

    @FXML
    private Node empty;

    @FXML
    private Label emptyTitle;

    @FXML
    private Label emptyText;

    @FXML
    private Label failures;

    /** The screen of one view-model. */
    public CompareController(CompareViewModel viewModel) {
        this.viewModel = viewModel;
        setup = viewModel.setup();
    }

    @FXML
    private void initialize() {
        setupPane.visibleProperty().bind(setupToggle.selectedProperty());
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        this::problemText,
                        setup.problemProperty(),
                        viewModel.failureProperty(),
                        viewModel.saved().problemProperty()));
        savedMenu.bind(viewModel.saved());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        summary.textProperty().bind(setup.plan().map(RunPlan::summary));
        offlineNote.setText(Messages.get("compare.offline", OfflineProvider.DESCRIPTION));
        offlineNote.visibleProperty().bind(setup.plan().map(RunPlan::offline));
        viewModel
                .stateProperty()
                .subscribe(state -> setupToggle.setSelected(state == State.READY || state == State.FAILED));
        viewModel.results().comparisonProperty().subscribe(verdicts::show);
        batches.show(viewModel);
        var started = Bindings.isNotEmpty(viewModel.results().columns());
        results.visibleProperty().bind(started);
        empty.visibleProperty().bind(started.not());
        var starting = viewModel.stateProperty().isEqualTo(State.RUNNING);
        emptyTitle
                .textProperty()
                .bind(Bindings.when(starting)
                        .then(Messages.get("compare.starting"))
                        .otherwise(
                                StringExpression.stringExpression(setup.plan().map(RunPlan::title))));
        emptyText.textProperty().bind(setup.plan().map(RunPlan::advice));
        emptyText.visibleProperty().bind(starting.not());
        failures.textProperty().bind(viewModel.progressProperty().map(Progress::failures));
        failures.visibleProperty().bind(failures.textProperty().isNotEmpty());
        for (Node node : List.of(setupPane, problem, offlineNote, failures)) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    private String problemText() {
        Failure failure = viewModel.failureProperty().get();
        if (failure != null) {
            return failure.summary();
        }
        String saving = viewModel.saved().problemProperty().get();
        return saving.isEmpty() ? setup.problemProperty().get() : saving;
    }

    @Override
    public void shown() {
        setup.load();
    }

    @Override
    public void changed(Set<Area> areas) {
        setup.load();
    }

    @Override
    public void run() {
        viewModel.run();
    }

    @Override
    public void stop() {
        viewModel.stop();
    }
}
