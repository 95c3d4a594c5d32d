package dev.assay.ui.runs;

import dev.assay.ui.fx.Screen;
import dev.assay.ui.fx.ScreenSwitch;
import dev.assay.ui.results.pane.VerdictBar;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** Shows the list of runs above and the selected one below. */
public final class RunsController implements Screen {
    private final RunsViewModel viewModel;

    @FXML
    private ScreenSwitch switcher;

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
    private VerdictBar verdicts;

    @FXML
    private Label drift;

    /** The screen of one view-model. */
    public RunsController(RunsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    /** Leads to the other screens of this place. */
    public ScreenSwitch switcher() {
        return switcher;
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
        drift.textProperty().bind(viewModel.driftProperty());
        drift.visibleProperty().bind(drift.textProperty().isNotEmpty());
        drift.managedProperty().bind(drift.visibleProperty());
        problem.textProperty().bind(viewModel.problemProperty());
        problem.visibleProperty().bind(Bindings.isNotEmpty(viewModel.problemProperty()));
        problem.managedProperty().bind(problem.visibleProperty());
        empty.visibleProperty().bind(viewModel.stateProperty().isEqualTo(RunsViewModel.State.EMPTY));
        content.visibleProperty().bind(viewModel.stateProperty().isEqualTo(RunsViewModel.State.LOADED));
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
