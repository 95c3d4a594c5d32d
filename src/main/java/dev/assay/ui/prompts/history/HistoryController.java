package dev.assay.ui.prompts.history;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Shows the commits of the open prompt; those that are chosen are compared beside. */
public final class HistoryController {
    /** What is chosen elsewhere comes into sight with some of the newer commits above it. */
    private static final int ABOVE = 2;

    private final HistoryViewModel history;
    private final ComparisonViewModel comparison;

    @FXML
    private ListView<Revision> revisions;

    @FXML
    private Label hint;

    @FXML
    private Label problem;

    public HistoryController(ComparisonViewModel comparison) {
        this.comparison = comparison;
        history = comparison.history();
    }

    @FXML
    private void initialize() {
        revisions.setItems(history.revisions());
        revisions.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var actions = List.of(
                new RevisionCell.Action(Messages.get("history.diff"), revision -> history.choose(List.of(revision))),
                new RevisionCell.Action(Messages.get("history.view"), history::view),
                new RevisionCell.Action(Messages.get("history.restore"), comparison::restore),
                new RevisionCell.Action(Messages.get("history.experiment"), comparison::experiment),
                new RevisionCell.Action(Messages.get("history.copy"), HistoryController::copyId));
        revisions.setCellFactory(list -> {
            var cell = new RevisionCell(InstantSource.system(), actions);
            cell.indexProperty().subscribe(index -> {
                if (index.intValue() >= 0
                        && index.intValue() >= history.revisions().size() - 1) {
                    history.more();
                }
            });
            return cell;
        });
        revisions.setPlaceholder(new Label(Messages.get("log.empty")));
        revisions.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Revision>)
                change -> history.choose(List.copyOf(revisions.getSelectionModel().getSelectedItems().stream()
                        .filter(Objects::nonNull)
                        .toList())));
        history.chosen().addListener((ListChangeListener<Revision>) change -> follow());
        revisions.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                comparison.close();
                event.consume();
            }
        });
        Shown.bind(hint, Bindings.isNotEmpty(history.revisions()));
        Shown.text(problem, history.problemProperty());
    }

    /** What was chosen elsewhere shows here too. */
    private void follow() {
        var selection = revisions.getSelectionModel();
        if (history.chosen().isEmpty()) {
            selection.clearSelection();
        } else if (!selection.getSelectedItems().containsAll(history.chosen())) {
            // To clear the selection is to choose nothing.
            List<Revision> wanted = List.copyOf(history.chosen());
            selection.clearSelection();
            wanted.forEach(selection::select);
            revisions.scrollTo(Math.max(0, selection.getSelectedIndex() - ABOVE));
        }
    }

    private static void copyId(Revision revision) {
        var content = new ClipboardContent();
        content.putString(revision.commit().commitId());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
