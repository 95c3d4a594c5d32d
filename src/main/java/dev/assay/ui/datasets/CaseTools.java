package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetDocument;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons that change rows and columns. Public because FXML makes it. */
public final class CaseTools extends HBox {
    private static final double GAP = 8;

    private final Button undo = button("fth-rotate-ccw", Messages.get("datasets.undo"));
    private final Button redo = button("fth-rotate-cw", Messages.get("datasets.redo"));
    private @Nullable DatasetEditor editor;
    private @Nullable CaseTable table;
    private Runnable before = () -> {};

    /** Buttons without a dataset. */
    public CaseTools() {
        super(GAP);
        setDisable(true);
        var add = button("fth-plus", Messages.get("datasets.row.add"));
        add.setId("addRow");
        add.setOnAction(event -> with((now, rows) -> {
            int at = rows.isEmpty() ? now.document().size() : rows.getLast() + 1;
            now.addRow(at);
            select(at);
        }));
        var copy = button("fth-copy", Messages.get("datasets.row.copy"));
        copy.setOnAction(event -> onRows(rows -> true, (now, rows) -> now.duplicate(rows)));
        var delete = button("fth-trash-2", Messages.get("datasets.row.delete"));
        delete.setId("deleteRows");
        delete.setOnAction(event -> onRows(rows -> true, (now, rows) -> now.delete(rows)));
        var up = button("fth-arrow-up", Messages.get("datasets.row.up"));
        up.setOnAction(event -> move(-1));
        var down = button("fth-arrow-down", Messages.get("datasets.row.down"));
        down.setOnAction(event -> move(1));
        undo.setId("undoCases");
        undo.setOnAction(event -> edit(DatasetDocument::undo));
        redo.setOnAction(event -> edit(DatasetDocument::redo));
        getChildren().setAll(add, copy, delete, up, down, columns(), undo, redo);
    }

    /**
     * What the buttons change.
     *
     * @param first runs before each change, which may move what is being typed elsewhere
     */
    void bind(CaseTable shown, Runnable first) {
        table = shown;
        before = first;
    }

    void show(@Nullable DatasetEditor shown) {
        editor = shown;
        setDisable(shown == null);
        undo.setDisable(shown == null || !shown.document().canUndo());
        redo.setDisable(shown == null || !shown.document().canRedo());
    }

    private MenuButton columns() {
        var add = new MenuItem(Messages.get("datasets.column.add"));
        add.setOnAction(event -> ask(Messages.get("datasets.column.add"), "")
                .ifPresent(name -> edit(now -> now.addColumn(now.columns().size(), name))));
        var rename = new MenuItem(Messages.get("datasets.column.rename"));
        rename.setOnAction(event -> onColumn((now, column) -> ask(
                        Messages.get("datasets.column.rename"), now.columns().get(column))
                .ifPresent(name -> edit(document -> document.renameColumn(column, name)))));
        var delete = new MenuItem(Messages.get("datasets.column.delete"));
        delete.setOnAction(event -> onColumn((now, column) -> {
            if (now.columns().size() > 1) {
                edit(document -> document.deleteColumn(column));
            }
        }));
        var menu = new MenuButton(Messages.get("datasets.columns"), new FontIcon("fth-columns"), add, rename, delete);
        menu.setId("columnMenu");
        return menu;
    }

    private Optional<String> ask(String title, String text) {
        return Dialogs.line(getScene().getWindow(), title, Messages.get("datasets.column.example"), text, title);
    }

    private interface Edit {
        void make(DatasetEditor editor, List<Integer> rows);
    }

    private interface RowsEdit {
        void make(DatasetDocument document, List<Integer> rows);
    }

    private interface ColumnEdit {
        void make(DatasetDocument document, int column);
    }

    private void with(Edit change) {
        before.run();
        DatasetEditor now = editor;
        CaseTable shown = table;
        if (now != null && shown != null) {
            change.make(now, shown.rows());
        }
    }

    private void onRows(Predicate<List<Integer>> meant, RowsEdit change) {
        with((now, rows) -> {
            if (!rows.isEmpty() && meant.test(rows)) {
                now.edit(document -> change.make(document, rows));
            }
        });
    }

    private void onColumn(ColumnEdit change) {
        with((now, rows) -> {
            CaseTable shown = table;
            int column = shown == null ? -1 : shown.column();
            if (column >= 0 && column < now.document().columns().size()) {
                change.make(now.document(), column);
            }
        });
    }

    private void move(int by) {
        with((now, rows) -> {
            int to = rows.isEmpty() ? -1 : rows.getFirst() + by;
            if (rows.size() == 1 && to >= 0 && to < now.document().size()) {
                now.edit(document -> document.move(rows.getFirst(), to));
                select(to);
            }
        });
    }

    private void select(int row) {
        CaseTable shown = table;
        if (shown != null) {
            shown.go(row, Math.max(0, shown.column()));
        }
    }

    private void edit(Consumer<DatasetDocument> change) {
        with((now, rows) -> now.edit(change));
    }

    private static Button button(String icon, String tip) {
        var button = new Button(null, new FontIcon(icon));
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        return button;
    }
}
