package dev.assay.ui.runs;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Screen;
import dev.assay.ui.results.pane.VerdictBar;
import dev.assay.ui.results.rows.Rest;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** Shows the list of runs above and the selected one below. */
public final class RunsController implements Screen {
    private final RunsViewModel viewModel;
    private final RunActions actions;

    @FXML
    private TextField filter;

    @FXML
    private Label problem;

    @FXML
    private Node content;

    @FXML
    private Node empty;

    @FXML
    private TableView<RunLine> table;

    @FXML
    private TableColumn<RunLine, String> time;

    @FXML
    private TableColumn<RunLine, String> title;

    @FXML
    private TableColumn<RunLine, String> variants;

    @FXML
    private TableColumn<RunLine, String> dataset;

    @FXML
    private TableColumn<RunLine, String> status;

    @FXML
    private TableColumn<RunLine, String> scores;

    @FXML
    private TableColumn<RunLine, String> cost;

    @FXML
    private Label ended;

    @FXML
    private Button resumeButton;

    @FXML
    private Button retryButton;

    @FXML
    private MenuButton againButton;

    @FXML
    private VerdictBar verdicts;

    @FXML
    private Label drift;

    /**
     * The screen of one view-model.
     *
     * @param actions what can be done with a run
     */
    public RunsController(RunsViewModel viewModel, RunActions actions) {
        this.viewModel = viewModel;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        fill(time, true, line -> new ReadOnlyStringWrapper(line.time()));
        fill(title, true, line -> new ReadOnlyStringWrapper(line.run().title()));
        fill(variants, false, line -> new ReadOnlyStringWrapper(line.variants()));
        fill(dataset, true, line -> new ReadOnlyStringWrapper(line.cases()));
        fill(status, false, line -> new ReadOnlyStringWrapper(line.status()));
        fill(scores, false, line -> figures(line).map(RunFigures::scores));
        fill(cost, false, line -> figures(line).map(RunFigures::cost));
        cost.getStyleClass().add("figure-column");
        filter.textProperty().bindBidirectional(viewModel.filterProperty());
        table.setItems(viewModel.shown());
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                viewModel.selectedProperty().set(line);
            }
        });
        viewModel.selectedProperty().subscribe(line -> table.getSelectionModel().select(line));
        viewModel.results().comparisonProperty().subscribe(verdicts::show);
        bindRest();
        againButton.visibleProperty().bind(viewModel.selectedProperty().isNotNull());
        againButton.managedProperty().bind(againButton.visibleProperty());
        drift.textProperty().bind(viewModel.driftProperty());
        drift.visibleProperty().bind(drift.textProperty().isNotEmpty());
        drift.managedProperty().bind(drift.visibleProperty());
        problem.textProperty().bind(viewModel.problemProperty());
        problem.visibleProperty().bind(Bindings.isNotEmpty(viewModel.problemProperty()));
        problem.managedProperty().bind(problem.visibleProperty());
        empty.visibleProperty().bind(viewModel.stateProperty().isEqualTo(RunsViewModel.State.EMPTY));
        content.visibleProperty().bind(viewModel.stateProperty().isEqualTo(RunsViewModel.State.LOADED));
    }

    private void bindRest() {
        var rest = viewModel.restProperty();
        ended.textProperty().bind(rest.map(Rest::why));
        resumeButton.textProperty().bind(rest.map(lack -> Messages.get("results.resume", lack.missing())));
        retryButton.textProperty().bind(rest.map(lack -> Messages.get("results.retry", lack.failed())));
        resumeButton.visibleProperty().bind(rest.map(lack -> lack.missing() > 0));
        retryButton.visibleProperty().bind(rest.map(lack -> lack.failed() > 0));
        for (Node node : List.of(resumeButton, retryButton)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        resumeButton.setOnAction(event -> resume(false));
        retryButton.setOnAction(event -> resume(true));
    }

    private void resume(boolean failedToo) {
        String id = viewModel.restProperty().get().runId();
        if (id != null) {
            actions.resume(id, failedToo);
        }
    }

    /** Asks how, and judges the answers of the selected run anew. */
    @FXML
    private void rejudge() {
        viewModel.proposeRejudging(actions::judges, choice -> {
            if (RejudgeDialog.show(table.getScene().getWindow(), choice.how())) {
                actions.rejudge(
                        choice.runId(), choice.how().metrics(), choice.how().chosenJudge());
            }
        });
    }

    /** Makes all calls of the selected run again. */
    @FXML
    private void replay() {
        RunLine line = viewModel.selectedProperty().get();
        if (line != null
                && Dialogs.sure(
                        table.getScene().getWindow(),
                        Messages.get("runs.replay.title"),
                        Messages.get("runs.replay.text", line.run().cellCount()),
                        Messages.get("runs.replay.ok"))) {
            actions.replay(line.run().id());
        }
    }

    private ObservableValue<RunFigures> figures(RunLine line) {
        viewModel.lookAt(line);
        return line.figuresProperty();
    }

    private static void fill(
            TableColumn<RunLine, String> column, boolean wrap, Function<RunLine, ObservableValue<String>> content) {
        column.setCellValueFactory(row -> content.apply(row.getValue()));
        column.setCellFactory(table -> new TextCell(wrap));
        column.setSortable(false);
    }

    @Override
    public void shown() {
        viewModel.load();
    }
}
