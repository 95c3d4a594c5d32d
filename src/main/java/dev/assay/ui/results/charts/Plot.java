package dev.assay.ui.results.charts;

import dev.assay.experiment.chart.LinearScale;
import dev.assay.experiment.chart.NiceTicks;
import java.math.BigDecimal;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/** A drawing with two axes. It is drawn anew with each size. */
abstract class Plot extends Region {
    private static final double LEFT = 52;
    private static final double BOTTOM = 40;
    private static final double TOP = 8;
    private static final double RIGHT = 14;
    private static final double GAP = 6;
    private static final double HEIGHT = 280;
    private static final double WIDTH = 260;

    private final Text below = text("plot-title");
    private final Text beside = text("plot-title");

    Plot() {
        getStyleClass().add("plot");
        setMinSize(WIDTH, HEIGHT);
        setPrefHeight(HEIGHT);
    }

    /** What the axes mean. */
    final void name(String x, String y) {
        below.setText(x);
        beside.setText(y);
    }

    /** Draws what there is between the axes, by {@link #frame} and {@link #put}. */
    abstract void draw();

    /** Asks for a new drawing. */
    final void redraw() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        if (getWidth() > LEFT + RIGHT && getHeight() > TOP + BOTTOM) {
            draw();
        }
    }

    /** The scales of a frame. */
    record Scales(LinearScale x, LinearScale y) {}

    /** Draws axes with their ticks, and tells where values lie. */
    final Scales frame(
            NiceTicks x, NiceTicks y, Function<BigDecimal, String> xLabel, Function<BigDecimal, String> yLabel) {
        double right = getWidth() - RIGHT;
        double bottom = getHeight() - BOTTOM;
        var scales = new Scales(x.onto(LEFT, right), y.onto(bottom, TOP));
        for (BigDecimal tick : y.values()) {
            double at = crisp(scales.y().at(tick.doubleValue()));
            put(line(LEFT, at, right, at, "plot-grid"));
            Text label = text("plot-tick");
            label.setText(yLabel.apply(tick));
            label.setTextOrigin(VPos.CENTER);
            put(label);
            label.setX(LEFT - GAP - label.getLayoutBounds().getWidth());
            label.setY(at);
        }
        for (BigDecimal tick : x.values()) {
            double at = crisp(scales.x().at(tick.doubleValue()));
            put(line(at, bottom, at, bottom + 3, "plot-axis"));
            Text label = text("plot-tick");
            label.setText(xLabel.apply(tick));
            label.setTextOrigin(VPos.TOP);
            put(label);
            label.setX(at - label.getLayoutBounds().getWidth() / 2);
            label.setY(bottom + GAP);
        }
        put(line(LEFT, bottom + 0.5, right, bottom + 0.5, "plot-axis"));
        put(below);
        put(beside);
        below.setTextOrigin(VPos.BOTTOM);
        below.setX((LEFT + right - below.getLayoutBounds().getWidth()) / 2);
        below.setY(getHeight());
        beside.setRotate(-90);
        beside.setTextOrigin(VPos.CENTER);
        beside.setX(GAP + 2 - beside.getLayoutBounds().getWidth() / 2);
        beside.setY((TOP + bottom) / 2);
        return scales;
    }

    /** Adds a mark above those before it; its size is known afterwards. */
    final void put(Node mark) {
        mark.setManaged(false);
        getChildren().add(mark);
        mark.applyCss();
    }

    static Line line(double fromX, double fromY, double toX, double toY, String style) {
        var line = new Line(fromX, fromY, toX, toY);
        line.getStyleClass().add(style);
        return line;
    }

    static Text text(String style) {
        var text = new Text();
        text.getStyleClass().add(style);
        return text;
    }

    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
