package dev.assay.ui.monitoring;

import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;

/** Charts over days, drawn anew only where they have changed. */
final class DayCharts {
    private static final double BAR_GAP = 4;
    private static final double QUARTER = 0.25;

    private DayCharts() {}

    /** Bars that stand on each other. */
    static XYChart<String, Number> bars(StringConverter<Number> figure) {
        var chart = new StackedBarChart<>(days(), figures(figure));
        chart.setCategoryGap(BAR_GAP);
        return plain(chart);
    }

    /** Lines that are broken where nothing is known. */
    static XYChart<String, Number> lines(StringConverter<Number> figure) {
        var chart = new LineChart<>(days(), figures(figure));
        chart.setCreateSymbols(true);
        return plain(chart);
    }

    /** Lines between 0 and 1. */
    static XYChart<String, Number> scores() {
        XYChart<String, Number> chart = lines(FigureAxis.scores());
        var axis = (NumberAxis) chart.getYAxis();
        axis.setAutoRanging(false);
        axis.setUpperBound(1);
        axis.setTickUnit(QUARTER);
        return chart;
    }

    private static XYChart<String, Number> plain(XYChart<String, Number> chart) {
        chart.setAnimated(false);
        chart.setLegendVisible(true);
        chart.setHorizontalGridLinesVisible(true);
        chart.setVerticalGridLinesVisible(false);
        chart.setVerticalZeroLineVisible(false);
        chart.getStyleClass().add("day-chart");
        return chart;
    }

    private static CategoryAxis days() {
        var axis = new CategoryAxis();
        axis.setAnimated(false);
        axis.setTickMarkVisible(false);
        // By itself it turns all names for the sake of those that are invisible.
        axis.setAutoRanging(false);
        return axis;
    }

    private static NumberAxis figures(StringConverter<Number> figure) {
        var axis = new NumberAxis();
        axis.setAnimated(false);
        axis.setMinorTickVisible(false);
        axis.setTickLabelFormatter(figure);
        return axis;
    }

    /** Draws what a chart is to show. */
    static void draw(XYChart<String, Number> chart, DayChart content) {
        ((CategoryAxis) chart.getXAxis()).getCategories().setAll(content.days());
        chart.getData().clear();
        for (DayChart.Series one : content.series()) {
            var series = new XYChart.Series<String, Number>();
            series.setName(one.name());
            for (int i = 0; i < content.days().size(); i++) {
                Double value = one.values().get(i);
                if (value != null) {
                    series.getData().add(new XYChart.Data<>(content.days().get(i), value));
                }
            }
            chart.getData().add(series);
        }
        chart.setLegendVisible(!content.isEmpty());
    }
}
