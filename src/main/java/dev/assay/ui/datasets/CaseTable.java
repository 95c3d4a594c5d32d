package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetDocument;
import dev.assay.experiment.dataset.DatasetProblem;
import dev.assay.ui.fx.OneLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The rows of a dataset; only those in sight are formatted. Public because FXML makes it. */
public final class CaseTable extends TableView<Integer> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double ROW = 30;
    private static final double NUMBER_WIDTH = 56;
    private static final double WIDTH = 220;
    private static final int FEW = 6;

    private @Nullable DatasetDocument document;
    private List<String> columns = List.of();
    private Set<List<Integer>> wrong = Set.of();

    /** A table without rows. */
    public CaseTable() {
        getStyleClass().add("case-table");
        setFixedCellSize(ROW);
        getSelectionModel().setCellSelectionEnabled(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    }

    /** Shows a document as it is now. */
    void show(@Nullable DatasetDocument shown) {
        boolean other = document != shown;
        document = shown;
        if (shown == null) {
            getColumns().clear();
            columns = List.of();
            setItems(new RowNumbers(0));
            return;
        }
        if (other || !columns.equals(shown.columns())) {
            columns = List.copyOf(shown.columns());
            // A few columns share the room; many keep their width and are scrolled.
            setColumnResizePolicy(
                    columns.size() <= FEW ? CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN : UNCONSTRAINED_RESIZE_POLICY);
            getColumns().setAll(number());
            for (int i = 0; i < columns.size(); i++) {
                getColumns().add(column(i));
            }
        }
        if (other || getItems().size() != shown.size()) {
            setItems(new RowNumbers(shown.size()));
        } else {
            refresh();
        }
    }

    /** Marks the cells that something is wrong with. */
    void mark(List<DatasetProblem> problems) {
        Set<List<Integer>> cells = new HashSet<>();
        problems.forEach(problem -> cells.add(List.of(problem.row(), problem.column())));
        wrong = cells;
        refresh();
    }

    /** The selected rows in ascending order. */
    List<Integer> rows() {
        var rows = new TreeSet<Integer>();
        getSelectionModel().getSelectedCells().forEach(cell -> rows.add(cell.getRow()));
        return List.copyOf(rows);
    }

    /** The column of the focused cell, from 0; -1 where none is. */
    int column() {
        TablePosition<?, ?> cell = getFocusModel().getFocusedCell();
        return cell == null ? -1 : cell.getColumn() - 1;
    }

    /** Brings a cell into sight and selects it. */
    void go(int row, int column) {
        if (row >= 0 && row < getItems().size()) {
            TableColumn<Integer, ?> at =
                    getColumns().get(Math.clamp(column + 1L, 0, getColumns().size() - 1));
            scrollTo(row);
            scrollToColumn(at);
            getSelectionModel().clearAndSelect(row, at);
            getFocusModel().focus(row, at);
        }
    }

    private TableColumn<Integer, Integer> number() {
        var column = new TableColumn<Integer, Integer>("");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue() + 1));
        column.setPrefWidth(NUMBER_WIDTH);
        column.setMinWidth(NUMBER_WIDTH);
        column.setMaxWidth(NUMBER_WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add("row-number");
        return column;
    }

    private TableColumn<Integer, Integer> column(int index) {
        var column = new TableColumn<Integer, Integer>(columns.get(index));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(table -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Integer row, boolean empty) {
                super.updateItem(row, empty);
                DatasetDocument rows = document;
                if (empty || row == null || rows == null || row >= rows.size()) {
                    setText(null);
                    pseudoClassStateChanged(WRONG, false);
                    return;
                }
                setText(OneLine.of(rows.value(row, index)));
                pseudoClassStateChanged(WRONG, wrong.contains(List.of(row, index)));
            }
        });
        column.setPrefWidth(WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
