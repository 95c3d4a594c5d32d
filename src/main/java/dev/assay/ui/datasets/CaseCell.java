package dev.assay.ui.datasets;

import dev.assay.ui.fx.OneLine;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The value of a case in one line, edited in its place: chosen where the prompt lists values, typed elsewhere. */
final class CaseCell extends TableCell<Integer, Integer> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final CaseTable table;
    private final int column;
    private @Nullable TextField field;
    private int editedRow = -1;

    CaseCell(CaseTable table, int column) {
        this.table = table;
        this.column = column;
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        boolean none = empty || row == null || !table.has(row);
        String fault = none || row == null ? "" : table.fault(row, column);
        pseudoClassStateChanged(WRONG, !fault.isEmpty());
        pseudoClassStateChanged(FOUND, !none && row != null && table.isFound(row, column));
        setTooltip(fault.isEmpty() ? null : new Tooltip(fault));
        if (!isEditing()) {
            setGraphic(null);
            setText(none || row == null ? null : OneLine.of(table.value(row, column)));
        }
    }

    @Override
    public void startEdit() {
        Integer row = getItem();
        super.startEdit();
        if (!isEditing() || row == null) {
            return;
        }
        if (table.isRoomy(row, column)) {
            cancelEdit();
            table.editBelow();
            return;
        }
        editedRow = row;
        String value = table.value(row, column);
        Node control = table.type(column).kind() == ColumnType.Kind.CHOICE ? choice(value) : field(value);
        setText(null);
        setGraphic(control);
        control.requestFocus();
    }

    private Node choice(String value) {
        var choice = new ComboBox<String>();
        choice.getItems().setAll(table.type(column).choices(value));
        choice.setValue(value);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.valueProperty().subscribe((before, now) -> {
            int row = editedRow;
            cancelEdit();
            table.put(row, column, now == null ? "" : now);
        });
        escape(choice);
        return choice;
    }

    private Node field(String value) {
        var typed = new TextField(value);
        typed.textProperty()
                .subscribe(now -> typed.pseudoClassStateChanged(
                        DANGER, !table.type(column).fault(now).isEmpty()));
        typed.setOnAction(event -> cancelEdit());
        typed.focusedProperty().subscribe(focused -> {
            if (!focused && field == typed && typed.getScene() != null) {
                cancelEdit();
            }
        });
        escape(typed);
        typed.selectAll();
        field = typed;
        return typed;
    }

    private void escape(Node control) {
        control.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field = null;
                cancelEdit();
                event.consume();
            }
        });
    }

    /** However editing ends, also by scrolling away, what was typed is kept; Esc alone drops it. */
    @Override
    public void cancelEdit() {
        TextField typed = field;
        int row = editedRow;
        field = null;
        super.cancelEdit();
        setGraphic(null);
        Integer now = getItem();
        setText(now == null || !table.has(now) ? null : OneLine.of(table.value(now, column)));
        if (typed != null) {
            table.put(row, column, typed.getText());
        }
        table.requestFocus();
    }
}
