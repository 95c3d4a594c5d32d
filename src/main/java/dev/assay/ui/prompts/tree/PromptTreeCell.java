package dev.assay.ui.prompts.tree;

import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptEntry;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the tree: icon, name and the letter of the git status. */
final class PromptTreeCell extends TreeCell<PromptNode> {
    private static final PseudoClass PARTIAL = PseudoClass.getPseudoClass("partial");

    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Region gap = new Region();
    private final Label status = new Label();
    private final HBox line = new HBox(icon, name, gap, status);

    PromptTreeCell() {
        line.getStyleClass().add("prompt-line");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        status.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(gap, Priority.ALWAYS);
        // The tree would grow wider than its window for a long name; this way the name is shortened instead.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PromptNode item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            pseudoClassStateChanged(PARTIAL, false);
            return;
        }
        PromptEntry entry = item.entry();
        boolean partial = entry != null && entry.isPartial();
        icon.setIconLiteral(entry == null ? "fth-folder" : partial ? "fth-corner-down-right" : "fth-file-text");
        name.setText(item.label());
        pseudoClassStateChanged(PARTIAL, partial);
        showStatus(entry == null ? GitStatus.CLEAN : entry.status());
        setTooltip(entry == null ? null : new Tooltip(entry.path()));
        setGraphic(line);
    }

    private void showStatus(GitStatus state) {
        status.setText(String.valueOf(state.letter()).strip());
        status.getStyleClass().setAll("label", "status-letter", StatusText.styleClass(state));
        status.setTooltip(new Tooltip(StatusText.word(state)));
    }
}
