package dev.assay.ui.prompts.history;

import dev.assay.ui.editor.diff.DiffPane;
import dev.assay.ui.fx.Shown;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Shows what differs between two versions, in place of the editor. */
public final class ComparisonController {
    private final ComparisonViewModel viewModel;

    @FXML
    private Node root;

    @FXML
    private Label title;

    @FXML
    private ToggleButton rendered;

    @FXML
    private Button view;

    @FXML
    private Button restore;

    @FXML
    private Label problem;

    @FXML
    private DiffPane diff;

    public ComparisonController(ComparisonViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        Shown.bind(root, viewModel.openProperty());
        title.textProperty().bind(viewModel.titleProperty());
        rendered.selectedProperty().bindBidirectional(viewModel.renderedProperty());
        Shown.bind(view, viewModel.twoProperty().not());
        Shown.bind(restore, viewModel.twoProperty().not());
        Shown.text(problem, viewModel.problemProperty());
        diff.show(viewModel.diff());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                viewModel.close();
                event.consume();
            }
        });
    }

    @FXML
    private void view() {
        viewModel.history().chosen().stream().findFirst().ifPresent(viewModel.history()::view);
    }

    @FXML
    private void restore() {
        viewModel.history().chosen().stream().findFirst().ifPresent(viewModel::restore);
    }

    @FXML
    private void experiment() {
        viewModel.experiment();
    }

    @FXML
    private void close() {
        viewModel.close();
    }
}
