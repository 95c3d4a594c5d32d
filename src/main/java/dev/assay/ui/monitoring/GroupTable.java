package dev.assay.ui.monitoring;

import dev.assay.history.metrics.CallFigures;
import dev.assay.history.metrics.GroupBy;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** Calls told apart, a line each; a click or Enter looks into one. Public because FXML makes it. */
public final class GroupTable extends TableView<CallFigures> {
    private static final double ROW = 32;
    private static final double HEAD = 42;
    private static final int MOST_ROWS = 12;
    private static final double NAME_WIDTH = 280;
    private static final double FIGURE_WIDTH = 96;

    private final TableColumn<CallFigures, CallFigures> name = new TableColumn<>();
    private Consumer<CallFigures> choice = group -> {};

    /** A table without lines. */
    public GroupTable() {
        getStyleClass().add("group-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        fill(name, figures -> figures.name().isEmpty() ? "-" : figures.name(), Comparator.comparing(CallFigures::name));
        name.setPrefWidth(NAME_WIDTH);
        getColumns().add(name);
        figure(
                Messages.get("monitoring.column.calls"),
                figures -> Figures.count(figures.invocations()),
                Comparator.comparing(CallFigures::invocations));
        figure(
                Messages.get("monitoring.column.tokens"),
                figures -> Figures.count(figures.totalTokens()),
                Comparator.comparing(CallFigures::totalTokens));
        figure(
                Messages.get("monitoring.column.cost"),
                figures -> Figures.cost(figures.costUsd()),
                Comparator.comparing(CallFigures::costUsd));
        time(
                Messages.get("monitoring.column.mean"),
                figures -> figures.latency().mean());
        time(Messages.get("monitoring.column.p50"), figures -> figures.latency().p50());
        time(Messages.get("monitoring.column.p95"), figures -> figures.latency().p95());
        time(Messages.get("monitoring.column.p99"), figures -> figures.latency().p99());
        time(
                Messages.get("monitoring.column.first"),
                figures -> figures.firstToken().p50());
        figure(
                Messages.get("monitoring.column.errors"),
                figures -> String.format(Locale.ROOT, "%.1f%%", 100 * figures.errorRate()),
                Comparator.comparing(CallFigures::errorRate));
        setRowFactory(table -> {
            var row = new TableRow<CallFigures>();
            row.setOnMouseClicked(event -> choose(row.getItem()));
            return row;
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(getSelectionModel().getSelectedItem());
            }
        });
    }

    private void choose(@Nullable CallFigures group) {
        if (group != null) {
            choice.accept(group);
        }
    }

    private void time(String title, Function<CallFigures, @Nullable Double> millis) {
        figure(
                title,
                figures -> millis.apply(figures) == null ? "-" : Figures.duration(millis.apply(figures)),
                Comparator.comparing(millis, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    private void figure(String title, Function<CallFigures, String> text, Comparator<CallFigures> order) {
        var column = new TableColumn<CallFigures, CallFigures>(title);
        fill(column, text, order);
        column.setPrefWidth(FIGURE_WIDTH);
        column.getStyleClass().add("figure-column");
        getColumns().add(column);
    }

    private static void fill(
            TableColumn<CallFigures, CallFigures> column,
            Function<CallFigures, String> text,
            Comparator<CallFigures> order) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(order);
        column.setCellFactory(table -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable CallFigures figures, boolean empty) {
                super.updateItem(figures, empty);
                setText(figures == null || empty ? null : text.apply(figures));
            }
        });
    }

    /** Who hears of the group that is chosen. */
    void onChoice(Consumer<CallFigures> listener) {
        choice = listener;
    }

    /** Shows groups; the order that the user chose stays. */
    void show(GroupBy by, List<CallFigures> groups) {
        name.setText(GroupingWords.of(by));
        if (!getItems().equals(groups)) {
            getItems().setAll(groups);
            sort();
        }
        double height = HEAD + ROW * Math.clamp(groups.size(), 1, MOST_ROWS) + 2;
        setPrefHeight(height);
        setMinHeight(height);
    }
}
