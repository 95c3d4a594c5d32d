package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetCheck;
import dev.assay.experiment.dataset.DatasetDocument;
import dev.assay.experiment.dataset.DatasetMatches;
import dev.assay.experiment.dataset.DatasetProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The rows of a dataset; only those in sight are formatted. Public because FXML makes it. */
public final class CaseTable extends TableView<Integer> {
    private static final double ROW = 30;
    private static final double NUMBER_WIDTH = 56;
    private static final double WIDE_NUMBER_WIDTH = 76;
    private static final int MANY = 1000;
    private static final double WIDTH = 220;
    private static final int FEW = 6;
    private static final int LONGEST = 80;

    private @Nullable DatasetDocument document;
    private List<String> columns = List.of();
    private Map<List<Integer>, String> wrong = Map.of();
    private DatasetCheck check = DatasetCheck.PLAIN;
    private DatasetMatches found = DatasetMatches.NONE;
    private Put put = (row, column, text) -> {};
    private Runnable below = () -> {};

    /** A table without rows. */
    public CaseTable() {
        getStyleClass().add("case-table");
        setFixedCellSize(ROW);
        setEditable(true);
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
            getColumns().setAll(number(shown.size()));
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
        Map<List<Integer>, String> cells = new HashMap<>();
        problems.forEach(problem -> cells.putIfAbsent(List.of(problem.row(), problem.column()), problem.message()));
        wrong = cells;
        refresh();
    }

    /** Marks the cells that were looked for. */
    void mark(DatasetMatches matches) {
        found = matches;
        refresh();
    }

    /** Edits values as a prompt declares them. */
    void type(DatasetCheck changed) {
        check = changed;
    }

    /** Takes a text into its cell. */
    @FunctionalInterface
    interface Put {
        void put(int row, int column, String text);
    }

    /**
     * What editing does.
     *
     * @param roomy brings what needs more room to where the focused value is edited
     */
    void onEdit(Put change, Runnable roomy) {
        put = change;
        below = roomy;
    }

    void put(int row, int column, String text) {
        if (has(row)) {
            put.put(row, column, text);
        }
    }

    void editBelow() {
        below.run();
    }

    /** Whether a value is too long for its cell, or better seen whole. */
    boolean isRoomy(int row, int column) {
        String value = value(row, column);
        return type(column).kind() == ColumnType.Kind.JSON
                || value.length() > LONGEST
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
    }

    ColumnType type(int column) {
        return ColumnType.of(columns.get(column), check);
    }

    boolean has(int row) {
        return document != null && row >= 0 && row < document.size();
    }

    /** What stands in a cell; empty where nothing does. */
    String value(int row, int column) {
        String value = document == null ? null : document.value(row, column);
        return value == null ? "" : value;
    }

    /** What is wrong with a cell, or empty. */
    String fault(int row, int column) {
        return wrong.getOrDefault(List.of(row, column), "");
    }

    boolean isFound(int row, int column) {
        return found.has(row, column);
    }

    /** The row of the focused cell, from 0; -1 where none is. */
    int row() {
        TablePosition<?, ?> cell = getFocusModel().getFocusedCell();
        return cell == null ? -1 : cell.getRow();
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

    private static TableColumn<Integer, Integer> number(int rows) {
        var column = new TableColumn<Integer, Integer>("");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue() + 1));
        double width = rows < MANY ? NUMBER_WIDTH : WIDE_NUMBER_WIDTH;
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add("row-number");
        return column;
    }

    private TableColumn<Integer, Integer> column(int index) {
        var column = new TableColumn<Integer, Integer>(columns.get(index));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(table -> new CaseCell(this, index));
        column.setPrefWidth(WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
