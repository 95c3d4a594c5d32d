package dev.assay.ui.results.judges;

import dev.assay.experiment.stats.raters.Preference;
import dev.assay.experiment.votes.CalibratedJudge;
import dev.assay.experiment.votes.Calibration;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** The cases on which a judge does not prefer as people do; a click or Enter opens one. */
final class ErrorTable extends TableView<Calibration.Error> {
    private static final double ROW = 32;
    private static final double HEAD = 36;
    private static final int MOST_ROWS = 8;
    private static final double NARROW = 100;

    private final IntConsumer opener;
    private @Nullable CalibratedJudge judge;

    /**
     * A table without lines.
     *
     * @param opener opens a case, counted from 0
     */
    ErrorTable(IntConsumer opener) {
        this.opener = opener;
        setId("judgeErrors");
        getStyleClass().add("runs-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column(
                Messages.get("judges.errors.case"),
                error -> String.valueOf(error.judged().testCase() + 1));
        column(Messages.get("judges.errors.people"), error -> said(error.people()));
        column(Messages.get("judges.errors.judge"), error -> said(error.judged().preference()));
        column(
                Messages.get("judges.errors.difference"),
                error -> Figures.delta(error.judged().difference()));
        TableColumn<Calibration.Error, String> reason = column(
                Messages.get("judges.errors.reason"),
                error -> error.judged().reason().replaceAll("\\s+", " "));
        reason.setMaxWidth(Double.MAX_VALUE);
        reason.setPrefWidth(NARROW * MOST_ROWS);
        setRowFactory(table -> {
            var row = new TableRow<Calibration.Error>();
            row.setOnMouseClicked(event -> open(row.getItem()));
            return row;
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(getSelectionModel().getSelectedItem());
            }
        });
    }

    /** Shows where a judge errs. */
    void show(CalibratedJudge shown) {
        judge = shown;
        getItems().setAll(shown.calibration().errors());
        double height = HEAD + ROW * Math.clamp(getItems().size(), 1, MOST_ROWS) + 2;
        setPrefHeight(height);
        setMinHeight(height);
    }

    private void open(Calibration.@Nullable Error error) {
        if (error != null) {
            opener.accept(error.judged().testCase());
        }
    }

    private String said(Preference preference) {
        CalibratedJudge shown = judge;
        return shown == null ? "" : shown.said(preference);
    }

    private TableColumn<Calibration.Error, String> column(String title, Function<Calibration.Error, String> text) {
        var column = new TableColumn<Calibration.Error, String>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(table -> new TextCell());
        column.setSortable(false);
        column.setPrefWidth(NARROW);
        column.setMaxWidth(NARROW);
        getColumns().add(column);
        return column;
    }

    /** A text that may be cut, so it stands in the tooltip as well. */
    private static final class TextCell extends TableCell<Calibration.Error, String> {
        private final Tooltip whole = new Tooltip();

        TextCell() {
            whole.setWrapText(true);
            whole.setMaxWidth(MOST_ROWS * NARROW);
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
}
