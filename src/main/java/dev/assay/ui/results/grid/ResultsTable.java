package dev.assay.ui.results.grid;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.VariantBadge;
import dev.assay.ui.results.rows.ResultCell;
import dev.assay.ui.results.rows.ResultCellRef;
import dev.assay.ui.results.rows.ResultColumn;
import dev.assay.ui.results.rows.ResultRow;
import dev.assay.ui.results.rows.ResultsViewModel;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The grid itself: virtualised, with rows of one height, so that thousands of cases stay smooth. */
public final class ResultsTable extends TableView<ResultRow> {
    private static final double ROW_HEIGHT = 160;
    private static final double NARROWEST = 184;
    private static final int FITTING_COLUMNS = 4;

    private Runnable details = () -> {};

    /** A grid without columns; {@link #bind} fills it. */
    public ResultsTable() {
        getStyleClass().add("results-table");
        setFixedCellSize(ROW_HEIGHT);
        getSelectionModel().setCellSelectionEnabled(true);
        setPlaceholder(new Label(Messages.get("results.none")));
        addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getTarget() instanceof Node node && isInCell(node)) {
                details.run();
            }
        });
        setOnKeyPressed(this::openOnEnter);
    }

    private void openOnEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            details.run();
            event.consume();
        }
    }

    /** Shows a view-model's rows and columns. */
    public void bind(ResultsViewModel results) {
        setItems(results.shown());
        results.columns().addListener((ListChangeListener<ResultColumn>) change -> lay(results));
        details = () -> choose(results);
        getFocusModel().focusedCellProperty().subscribe(position -> {
            if (results.chosenProperty().get() != null) {
                choose(results);
            }
        });
        lay(results);
    }

    private void choose(ResultsViewModel results) {
        TablePosition<?, ?> at = getFocusModel().getFocusedCell();
        if (at.getRow() >= 0 && at.getRow() < results.shown().size()) {
            int variant = Math.max(0, at.getColumn() - 1);
            results.choose(new ResultCellRef(
                    results.shown().get(at.getRow()), results.columns().get(variant)));
        }
    }

    private void lay(ResultsViewModel results) {
        List<TableColumn<ResultRow, ?>> laid = new ArrayList<>();
        laid.add(caseColumn());
        for (ResultColumn column : results.columns()) {
            laid.add(answers(column, results));
        }
        getColumns().setAll(laid);
        setColumnResizePolicy(
                results.columns().size() <= FITTING_COLUMNS
                        ? CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
                        : UNCONSTRAINED_RESIZE_POLICY);
    }

    private static TableColumn<ResultRow, ResultRow> caseColumn() {
        var column = new TableColumn<ResultRow, ResultRow>(Messages.get("results.case"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(table -> new CaseCell());
        column.getStyleClass().add("case-column");
        column.setMinWidth(120);
        column.setPrefWidth(220);
        column.setMaxWidth(420);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<ResultRow, ResultCell> answers(ResultColumn variant, ResultsViewModel results) {
        var column = new TableColumn<ResultRow, ResultCell>();
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(variant.index())));
        column.setCellFactory(table -> new AnswerCell(results.metrics()));
        column.setGraphic(new ColumnHeader(variant, results, column.widthProperty()));
        column.getStyleClass().add(VariantBadge.colour(variant.index()));
        column.setMinWidth(NARROWEST);
        column.setPrefWidth(360);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static boolean isInCell(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof AnswerCell || each instanceof CaseCell) {
                return true;
            }
        }
        return false;
    }
}
