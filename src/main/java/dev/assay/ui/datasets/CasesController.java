package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetProblem;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Shows the rows of the dataset in sight, the value of one of their cells and what is wrong with them. */
public final class CasesController {
    private final DatasetsViewModel viewModel;
    private Subscription edits = Subscription.EMPTY;

    @FXML
    private CaseTools tools;

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
    }
}
