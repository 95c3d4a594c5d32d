package dev.assay.ui.monitoring;

import dev.assay.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The charts, two beside two, and one of a prompt's quality below them where there is one. Public because FXML makes it. */
public final class ChartPanes extends GridPane {
    private static final int COLUMNS = 2;
    private static final double HALF = 50;
    private static final double HEIGHT = 220;

    private final List<Pane> panes = new ArrayList<>();

    /** One chart, what it shows and what it showed last. */
    private static final class Pane {
        final XYChart<String, Number> chart;
        final Function<Board, @Nullable DayChart> content;
        final Label nothing = new Label(Messages.get("monitoring.chart.nothing"));

        @Nullable
        DayChart drawn;

        final VBox card = new VBox();

        Pane(XYChart<String, Number> chart, Function<Board, @Nullable DayChart> content) {
            this.chart = chart;
            this.content = content;
            nothing.getStyleClass().add("soft");
        }
    }

    /** Charts without content. */
    public ChartPanes() {
        getStyleClass().add("chart-panes");
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(HALF);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
        add(Messages.get("monitoring.chart.cost"), DayCharts.bars(FigureAxis.dollars()), Board::cost);
        add(Messages.get("monitoring.chart.latency"), DayCharts.lines(FigureAxis.millis()), Board::latency);
        add(Messages.get("monitoring.chart.tokens"), DayCharts.bars(FigureAxis.counts()), Board::tokens);
        add(Messages.get("monitoring.chart.errors"), DayCharts.bars(FigureAxis.counts()), Board::errors);
        VBox quality = add(Messages.get("monitoring.chart.quality"), DayCharts.scores(), Board::quality);
        setColumnSpan(quality, COLUMNS);
        quality.setId("quality");
    }

    private VBox add(String name, XYChart<String, Number> chart, Function<Board, @Nullable DayChart> content) {
        var pane = new Pane(chart, content);
        var title = new Label(name);
        title.getStyleClass().add("chart-title-line");
        chart.setPrefHeight(HEIGHT);
        chart.setMinHeight(HEIGHT);
        pane.card.getChildren().setAll(title, new StackPane(chart, pane.nothing));
        pane.card.getStyleClass().add("chart-card");
        pane.card.managedProperty().bind(pane.card.visibleProperty());
        add(pane.card, panes.size() % COLUMNS, panes.size() / COLUMNS);
        panes.add(pane);
        return pane.card;
    }

    /** Draws those charts that have changed. */
    void show(Board board) {
        for (Pane pane : panes) {
            DayChart content = pane.content.apply(board);
            pane.card.setVisible(content != null);
            if (content != null) {
                if (!content.equals(pane.drawn)) {
                    DayCharts.draw(pane.chart, content);
                    pane.drawn = content;
                }
                pane.nothing.setVisible(content.isEmpty());
            }
        }
    }
}
