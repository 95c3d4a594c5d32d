package dev.assay.ui.repository.refs;

import dev.assay.ui.fx.RelativeTime;
import dev.assay.ui.fx.Shown;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A branch, a tag or a stash: its name, what is special about it, its age, and what it is about. */
final class RefCell extends ListCell<RefRow> {
    private final Label name = new Label();
    private final Label badge = new Label();
    private final Label age = new Label();
    private final Label detail = new Label();
    private final VBox content;

    RefCell() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(name, badge, gap, age);
        line.getStyleClass().add("ref-line");
        name.getStyleClass().add("ref-name");
        name.setMinWidth(0);
        badge.getStyleClass().add("ref-badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        age.getStyleClass().add("soft");
        age.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("soft");
        detail.setMinWidth(0);
        content = new VBox(line, detail);
        content.getStyleClass().add("ref-cell");
        // Long names are shortened; the list must not grow wider than its place.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RefRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        name.setText(row.name());
        badge.setText(row.badge());
        Shown.set(badge, !row.badge().isEmpty());
        age.setText(RelativeTime.of(row.time(), Instant.now()));
        detail.setText(row.detail());
        setTooltip(new Tooltip(row.name() + "\n" + row.detail() + "\n" + RelativeTime.exact(row.time())));
        setGraphic(content);
    }
}
