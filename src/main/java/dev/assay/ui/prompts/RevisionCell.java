package dev.assay.ui.prompts;

import dev.assay.registry.git.PromptRevision;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A commit: its subject above short id, author and time. */
final class RevisionCell extends ListCell<PromptRevision> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.UK)
            .withZone(ZoneId.systemDefault());

    private final Label subject = new Label();
    private final Label id = new Label();
    private final Label rest = new Label();
    private final VBox lines = new VBox(subject, new HBox(8, id, rest));

    RevisionCell() {
        lines.getStyleClass().add("revision");
        subject.getStyleClass().add("revision-subject");
        id.getStyleClass().addAll("revision-id", "monospace");
        id.setMinWidth(USE_PREF_SIZE);
        rest.getStyleClass().add("soft");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PromptRevision item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        subject.setText(item.subject());
        id.setText(item.shortId());
        rest.setText(item.author() + " \u00b7 " + TIME.format(item.time()));
        setTooltip(new Tooltip(item.message().strip()));
        setGraphic(lines);
    }
}
