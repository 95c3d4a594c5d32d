package dev.assay.ui.datasets;

import dev.assay.registry.watch.Area;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Screen;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
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
    private final CaseImport imports;
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

    /**
     * The screen of one view-model.
     *
     * @param imports shows what a file would bring before it is written
     */
    public DatasetsController(DatasetsViewModel viewModel, CaseImport imports) {
        this.viewModel = viewModel;
        this.imports = imports;
    }

    @FXML
    private void initialize() {
        names.setItems(viewModel.names());
        names.getSelectionModel().selectedItemProperty().subscribe(name -> {
            if (name != null) {
                viewModel.keep();
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
        viewModel.editorProperty().subscribe(editor -> follow(editor));
        BooleanBinding none = Bindings.isEmpty(viewModel.names());
        content.visibleProperty().bind(none.not().and(viewModel.loadedProperty()));
        empty.visibleProperty().bind(none.and(viewModel.loadedProperty()));
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
        saveButton.setDisable(editor == null || !editor.isDirty());
    }

    @FXML
    private void save() {
        viewModel.keep();
        viewModel.save(theirs -> ChangedOutside.ask(root.getScene().getWindow(), viewModel, theirs));
    }

    @FXML
    private void bringIn() {
        viewModel.keep();
        imports.open(root.getScene().getWindow(), viewModel.promptProperty().get(), viewModel::imported);
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
        viewModel.keep();
        return viewModel.unsaved().isEmpty()
                || Dialogs.sure(
                        root.getScene().getWindow(),
                        Messages.get("datasets.unsaved"),
                        Messages.get("datasets.unsaved.text", String.join(", ", viewModel.unsaved())),
                        Messages.get("datasets.unsaved.discard"));
    }
}
