package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetProblem;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Shows the rows of the dataset in sight, the value of one of their cells and what is wrong with them. */
public final class CasesController {
    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+F");
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");

    private final DatasetsViewModel viewModel;
    private Subscription edits = Subscription.EMPTY;

    @FXML
    private VBox root;

    @FXML
    private CaseTools tools;

    @FXML
    private FindCases find;

    @FXML
    private CaseTable table;

    @FXML
    private ValuePane value;

    @FXML
    private ListView<DatasetProblem> problems;

    /** The rows of one view-model. */
    public CasesController(DatasetsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        problems.setItems(viewModel.problems());
        problems.setCellFactory(list -> new ProblemCell(found -> table.go(found.row(), found.column())));
        problems.visibleProperty().bind(Bindings.isNotEmpty(viewModel.problems()));
        problems.managedProperty().bind(problems.visibleProperty());
        viewModel.problems().subscribe(() -> table.mark(viewModel.problems()));
        tools.bind(table, value::keep);
        value.bind(table);
        viewModel.onKeep(value::keep);
        table.onEdit(
                (row, column, text) -> {
                    DatasetEditor now = viewModel.editorProperty().get();
                    if (now != null) {
                        now.set(row, column, text, table.type(column));
                    }
                },
                value::edit);
        viewModel.checkProperty().subscribe(check -> {
            table.type(check);
            value.type(check);
        });
        find.bind(viewModel.search(), table);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                find.open();
                event.consume();
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (UNDO.match(event) || REDO.match(event)) {
                viewModel.takeBack(UNDO.match(event));
                event.consume();
            }
        });
        viewModel.editorProperty().subscribe(editor -> follow(editor));
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
        viewModel.search().in(editor == null ? null : editor.document());
    }
}
