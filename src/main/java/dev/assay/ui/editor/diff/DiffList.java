package dev.assay.ui.editor.diff;

import dev.assay.ui.fx.Messages;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The lines. Lines can be chosen and copied; F7 and Shift+F7 go from change to change. */
final class DiffList extends ListView<DiffItem> {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final int ABOVE = 3;

    private final DiffViewModel viewModel;

    DiffList(DiffViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("diff-list");
        setItems(viewModel.items());
        setCellFactory(list -> new DiffCell(viewModel));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Label(Messages.get("diff.none")));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        setContextMenu(new ContextMenu(
                item(Messages.get("diff.copy.before"), () -> copy(true)),
                item(Messages.get("diff.copy.after"), () -> copy(false))));
        viewModel.diffProperty().subscribe(diff -> {
            if (!diff.isEmpty()) {
                getSelectionModel().clearSelection();
                scrollTo(0);
            }
        });
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void onKey(KeyEvent event) {
        if (COPY.match(event)) {
            copy(false);
            event.consume();
        } else if (event.getCode() == KeyCode.F7) {
            go(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE
                && viewModel.choiceProperty().get() != null) {
            viewModel.toggle(getSelectionModel().getSelectedIndex());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && getSelectionModel().getSelectedItem() instanceof DiffItem.Fold fold) {
            viewModel.unfold(fold);
            event.consume();
        }
    }

    /** Goes to the next change, or back to the one before. */
    void go(int direction) {
        int from = getSelectionModel().getSelectedIndex();
        int next = viewModel.change(from < 0 && direction < 0 ? getItems().size() : from, direction);
        if (next >= 0) {
            getSelectionModel().clearAndSelect(next);
            scrollTo(Math.max(0, next - ABOVE));
        }
    }

    private void copy(boolean before) {
        List<DiffItem> chosen = getSelectionModel().getSelectedItems().isEmpty()
                ? getItems()
                : getSelectionModel().getSelectedItems();
        var content = new ClipboardContent();
        content.putString(String.join("\n", viewModel.texts(List.copyOf(chosen), before)));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
