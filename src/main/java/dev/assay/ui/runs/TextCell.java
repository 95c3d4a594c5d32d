package dev.assay.ui.runs;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A text that may be cut, so it stands in the tooltip as well. */
final class TextCell extends TableCell<RunLine, String> {
    private final Tooltip whole = new Tooltip();

    TextCell() {
        setWrapText(true);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        String text = empty || item == null ? "" : item;
        setText(text);
        whole.setText(text);
        setTooltip(text.isEmpty() ? null : whole);
    }
}
