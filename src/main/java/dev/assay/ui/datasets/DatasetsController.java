package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetProblem;
import dev.assay.registry.watch.Area;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Screen;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Shows the datasets beside the rows of one of them. */
public final class DatasetsController implements Screen {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final DatasetsViewModel viewModel;
    private Subscription edits = Subscription.EMPTY;

    @FXML
    private VBox root;

    @FXML
    private ListView<String> names;

    @FXML
    private ComboBox<String> prompt;

    @FXML
    private Label status;

    @FXML
    private Label problem;

    @FXML
    private Button saveButton;

    @FXML
    private Node content;

    @FXML
    private Node empty;

    @FXML
    private CaseTools tools;

    @FXML
    private CaseTable table;

    @FXML
    private ValuePane value;

    @FXML
    private ListView<DatasetProblem> problems;

    /** The screen of one view-model. */
    public DatasetsController(DatasetsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        names.setItems(viewModel.names());
        names.getSelectionModel().selectedItemProperty().subscribe(name -> {
            if (name != null) {
                value.keep();
                viewModel.selectedProperty().set(name);
            }
        });
        viewModel.selectedProperty().subscribe(name -> names.getSelectionModel().select(name));
        prompt.setItems(viewModel.prompts());
        prompt.valueProperty().bindBidirectional(viewModel.promptProperty());
        status.textProperty().bind(viewModel.statusProperty());
        problem.textProperty().bind(viewModel.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problems.setItems(viewModel.problems());
        problems.setCellFactory(list -> new ProblemCell(found -> table.go(found.row(), found.column())));
        problems.visibleProperty().bind(Bindings.isNotEmpty(viewModel.problems()));
        problems.managedProperty().bind(problems.visibleProperty());
        viewModel.problems().subscribe(() -> table.mark(viewModel.problems()));
        tools.bind(table, value::keep);
        value.bind(table);
        viewModel.editorProperty().subscribe(editor -> follow(editor));
        viewModel.loadedProperty().subscribe(loaded -> {
            content.setVisible(loaded && !viewModel.names().isEmpty());
            empty.setVisible(loaded && viewModel.names().isEmpty());
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event)) {
                save();
                event.consume();
            }
        });
    }

    private void follow(@Nullable DatasetEditor editor) {
        edits.unsubscribe();
        edits = editor == null ? Subscription.EMPTY : editor.versionProperty().subscribe((before, now) -> show(editor));
        show(editor);
    }

    private void show(@Nullable DatasetEditor editor) {
        table.show(editor == null ? null : editor.document());
        tools.show(editor);
        value.show(editor);
        saveButton.setDisable(editor == null || !editor.isDirty());
    }

    @FXML
    private void save() {
        value.keep();
        viewModel.save(theirs -> ChangedOutside.ask(root.getScene().getWindow(), viewModel, theirs));
    }

    @Override
    public void shown() {
        viewModel.load();
    }

    @Override
    public void changed(Set<Area> areas) {
        viewModel.load();
    }

    @Override
    public boolean mayClose() {
        value.keep();
        return viewModel.unsaved().isEmpty()
                || Dialogs.sure(
                        root.getScene().getWindow(),
                        Messages.get("datasets.unsaved"),
                        Messages.get("datasets.unsaved.text", String.join(", ", viewModel.unsaved())),
                        Messages.get("datasets.unsaved.discard"));
    }
}
