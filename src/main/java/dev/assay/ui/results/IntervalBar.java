package dev.assay.ui.results;

import dev.assay.experiment.stats.Interval;
import javafx.scene.layout.Region;

/** The scale from 0 to 1 with the interval of a mean on it, and the mean as a tick. */
final class IntervalBar extends Region {
    private static final double HEIGHT = 5;
    private static final double TICK = 2;

    private final Region range = new Region();
    private final Region tick = new Region();
    private double mean;
    private double low;
    private double high;

    IntervalBar() {
        getStyleClass().add("interval-bar");
        range.getStyleClass().add("interval-range");
        tick.getStyleClass().add("interval-mean");
        getChildren().addAll(range, tick);
    }

    void show(double value, Interval interval) {
        mean = value;
        low = interval.low();
        high = interval.high();
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        range.resizeRelocate(low * width, 1, Math.max(TICK, (high - low) * width), HEIGHT - 2);
        tick.resizeRelocate(Math.clamp(mean * width - TICK / 2, 0, Math.max(0, width - TICK)), 0, TICK, HEIGHT);
    }
}
