package dev.assay.ui.prompts.deleted;

import dev.assay.registry.files.DeletedPrompt;
import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.RelativeTime;
import java.time.InstantSource;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A prompt that was deleted: its name, and by whom, when and why. */
final class DeletedCell extends ListCell<DeletedPrompt> {
    private final InstantSource clock;
    private final Label name = new Label();
    private final Label deletion = new Label();
    private final VBox lines = new VBox(name, deletion);

    DeletedCell(InstantSource clock) {
        this.clock = clock;
        lines.getStyleClass().add("revision");
        name.getStyleClass().add("revision-subject");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        deletion.getStyleClass().add("soft");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(DeletedPrompt item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        PromptRevision commit = item.deletion();
        name.setText(item.name());
        deletion.setText(Messages.get(
                "deleted.by", commit.author(), RelativeTime.of(commit.time(), clock.instant()), commit.subject()));
        setTooltip(new Tooltip(Messages.get(
                "deleted.tip", commit.shortId(), commit.email(), RelativeTime.exact(commit.time()), commit.message())));
        setGraphic(lines);
    }
}
