package dev.assay.ui.runs;

import dev.assay.ui.fx.Messages;
import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A text that may be cut, so it stands in the tooltip as well. */
final class TextCell extends TableCell<RunLine, String> {
    private final Tooltip whole = new Tooltip();

    /**
     * @param wrap whether a line that is too long goes on below; else each line is cut at the column's end
     */
    TextCell(boolean wrap) {
        setWrapText(wrap);
    }

    /** A row has room for two lines. */
    private static String clamped(List<String> lines) {
        return lines.size() <= 2
                ? String.join("\n", lines)
                : Messages.get("runs.more", lines.get(0), lines.get(1), lines.size() - 2);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        String text = empty || item == null ? "" : item;
        setText(clamped(text.lines().toList()));
        whole.setText(text);
        setTooltip(text.isEmpty() ? null : whole);
    }
}
