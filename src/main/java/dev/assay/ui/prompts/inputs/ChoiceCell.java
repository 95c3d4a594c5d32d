package dev.assay.ui.prompts.inputs;

import javafx.scene.control.ListCell;

/** A value to choose; the empty one says what happens without a choice. */
final class ChoiceCell extends ListCell<String> {
    private static final double FAINT = 0.7;

    private final String unset;

    ChoiceCell(String unset) {
        this.unset = unset;
    }

    @Override
    protected void updateItem(String item, boolean empty) {
        super.updateItem(item, empty);
        boolean open = item == null || item.isEmpty();
        // The button has no index; it stands for the empty value even where the list does not offer that.
        boolean blank = empty && getIndex() >= 0;
        setText(blank ? "" : open ? unset : item);
        setOpacity(open ? FAINT : 1);
    }
}
