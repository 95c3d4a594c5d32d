package dev.assay.ui.calls;

import dev.assay.history.search.CallEntry;
import dev.assay.ui.fx.Messages;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A star that a click puts on a call or takes from it. */
final class StarCell extends TableCell<CallEntry, CallEntry> {
    private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");

    private final FontIcon icon = new FontIcon("fth-star");
    private final Tooltip tip = new Tooltip(Messages.get("calls.star"));

    /** @param toggled hears of the call that was clicked */
    StarCell(Consumer<CallEntry> toggled) {
        getStyleClass().add("star-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnMouseClicked(event -> {
            CallEntry entry = getItem();
            if (entry != null && !isEmpty() && event.getButton() == MouseButton.PRIMARY) {
                toggled.accept(entry);
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable CallEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        boolean some = entry != null && !empty;
        setGraphic(some ? icon : null);
        setTooltip(some ? tip : null);
        pseudoClassStateChanged(STARRED, entry != null && !empty && entry.mark().starred());
    }
}
