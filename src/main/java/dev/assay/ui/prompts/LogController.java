package dev.assay.ui.prompts;

import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.editor.DiffView;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/** Shows the commits of the open prompt and what has changed since. */
public final class LogController {
    private final LogViewModel viewModel;

    @FXML
    private ListView<PromptRevision> revisions;

    @FXML
    private Label diffTitle;

    @FXML
    private Button view;

    @FXML
    private DiffView diff;

    @FXML
    private Label problem;

    LogController(LogViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        revisions.setItems(viewModel.revisions());
        revisions.setCellFactory(list -> new RevisionCell());
        revisions.setPlaceholder(new Label(Messages.get("log.empty")));
        revisions.getSelectionModel().selectedItemProperty().subscribe(viewModel.chosenProperty()::set);
        viewModel.chosenProperty().subscribe(this::chosen);
        viewModel.diffProperty().subscribe(diff::show);
        diffTitle
                .textProperty()
                .bind(Bindings.createStringBinding(this::title, viewModel.chosenProperty(), viewModel.diffProperty()));
        view.disableProperty().bind(viewModel.chosenProperty().isNull());
        Shown.text(problem, viewModel.problemProperty());
    }

    private void chosen(@Nullable PromptRevision revision) {
        if (!Objects.equals(revisions.getSelectionModel().getSelectedItem(), revision)) {
            revisions.getSelectionModel().select(revision);
        }
    }

    private String title() {
        PromptRevision from = viewModel.chosenProperty().get();
        if (from == null) {
            return Messages.get("log.choose");
        }
        return Messages.get(viewModel.diffProperty().get().isEmpty() ? "log.same" : "log.diff", from.shortId());
    }

    @FXML
    private void view() {
        viewModel.view();
    }
}
