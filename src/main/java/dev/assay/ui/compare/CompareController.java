package dev.assay.ui.compare;

import dev.assay.provider.offline.OfflineProvider;
import dev.assay.ui.compare.CompareViewModel.State;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Screen;
import dev.assay.ui.results.VerdictBar;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shows the set-up above and the results below. */
public final class CompareController implements Screen {
    private final CompareViewModel viewModel;
    private final SetupViewModel setup;

    @FXML
    private Label summary;

    @FXML
    private ToggleButton setupToggle;

    @FXML
    private Button runButton;

    @FXML
    private Button stopButton;

    @FXML
    private VBox setupPane;

    @FXML
    private HBox cards;

    @FXML
    private Button addVariant;

    @FXML
    private ComboBox<String> dataset;

    @FXML
    private ComboBox<ModelChoice> judge;

    @FXML
    private CheckBox relevance;

    @FXML
    private CheckBox coherence;

    @FXML
    private Spinner<Integer> repeats;

    @FXML
    private Spinner<Integer> concurrency;

    @FXML
    private Label problem;

    @FXML
    private Label offlineNote;

    @FXML
    private VerdictBar verdicts;

    @FXML
    private Node results;

    @FXML
    private Node empty;

    /** The screen of one view-model. */
    public CompareController(CompareViewModel viewModel) {
        this.viewModel = viewModel;
        setup = viewModel.setup();
    }

    @FXML
    private void initialize() {
        bindSetup();
        bindRun();
        viewModel.results().comparisonProperty().subscribe(verdicts::show);
        var started = Bindings.isNotEmpty(viewModel.results().columns());
        results.visibleProperty().bind(started);
        empty.visibleProperty().bind(started.not());
        for (Node node : List.of(setupPane, problem, offlineNote, runButton, stopButton, addVariant, summary)) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    private void bindSetup() {
        setup.variants().addListener((ListChangeListener<VariantSetup>) this::layCards);
        setupPane.visibleProperty().bind(setupToggle.selectedProperty());
        addVariant.visibleProperty().bind(Bindings.size(setup.variants()).lessThan(SetupViewModel.MOST_VARIANTS));
        dataset.setItems(setup.datasets());
        dataset.valueProperty().bindBidirectional(setup.datasetNameProperty());
        judge.setItems(setup.models());
        ModelCell.install(judge);
        judge.valueProperty().bindBidirectional(setup.judgeProperty());
        relevance.selectedProperty().bindBidirectional(setup.relevanceProperty());
        coherence.selectedProperty().bindBidirectional(setup.coherenceProperty());
        repeats.getValueFactory().valueProperty().bindBidirectional(setup.repeatsProperty());
        concurrency.getValueFactory().valueProperty().bindBidirectional(setup.concurrencyProperty());
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        this::problemText, setup.problemProperty(), viewModel.failureProperty()));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    }

    private void bindRun() {
        var running = viewModel.stateProperty().map(state -> state == State.RUNNING || state == State.STOPPING);
        runButton.visibleProperty().bind(Bindings.createBooleanBinding(() -> !running.getValue(), running));
        stopButton.visibleProperty().bind(Bindings.createBooleanBinding(running::getValue, running));
        stopButton.disableProperty().bind(viewModel.stateProperty().isEqualTo(State.STOPPING));
        stopButton.textProperty().bind(viewModel.progressProperty().map(Progress::text));
        runButton.textProperty().bind(setup.plan().map(RunPlan::action));
        runButton.disableProperty().bind(setup.plan().map(plan -> plan.answers() == 0));
        runButton.getTooltip().textProperty().bind(setup.plan().map(RunPlan::explanation));
        summary.textProperty().bind(setup.plan().map(RunPlan::summary));
        offlineNote.setText(Messages.get("compare.offline", OfflineProvider.DESCRIPTION));
        offlineNote.visibleProperty().bind(setup.plan().map(RunPlan::offline));
        viewModel
                .stateProperty()
                .subscribe(state -> setupToggle.setSelected(state == State.READY || state == State.FAILED));
    }

    private String problemText() {
        Failure failure = viewModel.failureProperty().get();
        return failure == null ? setup.problemProperty().get() : failure.summary();
    }

    private void layCards(ListChangeListener.Change<?> change) {
        if (!(change.next() && (change.wasAdded() || change.wasRemoved()))) {
            return;
        }
        List<Node> laid = new ArrayList<>();
        for (VariantSetup variant : setup.variants()) {
            laid.add(new VariantCard(setup, variant, laid.size()));
        }
        laid.add(addVariant);
        cards.getChildren().setAll(laid);
    }

    @FXML
    private void add() {
        setup.addVariant();
    }

    @Override
    public void shown() {
        setup.load();
    }

    @Override
    @FXML
    public void run() {
        viewModel.run();
    }

    @Override
    @FXML
    public void stop() {
        viewModel.stop();
    }
}
