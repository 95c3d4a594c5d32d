package dev.assay.ui.prompts.commit;

import dev.assay.registry.ChangedFile;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.prompts.tree.StatusText;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** A changed file: its tick, name and folder, and the letter of its status. */
final class CommitFileCell extends ListCell<CommitFile> {
    private final CheckBox box = new CheckBox();
    private final Label name = new Label();
    private final Label folder = new Label();
    private final Label status = new Label();
    private final HBox line = new HBox(box, name, folder, status);
    private final Tooltip tip = new Tooltip();
    private Subscription subscription = Subscription.EMPTY;

    CommitFileCell() {
        line.getStyleClass().add("commit-file");
        name.setMinWidth(0);
        folder.getStyleClass().add("soft");
        folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        // The folder has the room that the name leaves.
        folder.setMinWidth(0);
        folder.setPrefWidth(0);
        folder.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(folder, Priority.ALWAYS);
        status.setMinWidth(Region.USE_PREF_SIZE);
        box.setFocusTraversable(false);
        box.setOnAction(event -> getItem().chosenProperty().set(box.isSelected()));
        // A long name is shortened; the list must not grow wider than its place.
        setPrefWidth(0);
    }

    /** Ticks the chosen files by the space bar. */
    static void toggleBy(KeyCode key, CommitFile file) {
        if (key == KeyCode.SPACE && file.isCommittable()) {
            file.chosenProperty().set(!file.chosenProperty().get());
        }
    }

    @Override
    protected void updateItem(CommitFile file, boolean empty) {
        super.updateItem(file, empty);
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        if (empty || file == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        ChangedFile change = file.change();
        int slash = change.path().lastIndexOf('/');
        name.setText(change.path().substring(slash + 1));
        folder.setText(slash < 0 ? "" : change.path().substring(0, slash));
        status.setText(String.valueOf(change.status().letter()));
        status.getStyleClass().setAll("label", "status-letter", StatusText.styleClass(change.status()));
        tip.setText(tip(change));
        setTooltip(tip);
        box.setDisable(!file.isCommittable());
        box.setAccessibleText(change.path());
        subscription = file.chosenProperty()
                .subscribe(box::setSelected)
                .and(file.partialProperty().subscribe(box::setIndeterminate));
        setGraphic(line);
    }

    private static String tip(ChangedFile change) {
        String word = change.path() + "\n" + StatusText.word(change.status());
        return change.staged() ? word + "\n" + Messages.get("commit.staged") : word;
    }
}
