package dev.assay.ui.results;

import dev.assay.experiment.stats.Interval;
import dev.assay.ui.fx.Messages;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A score, with its difference to the baseline and its interval where there are such. Used again for other values. */
public final class ScoreChip extends VBox {
    private static final PseudoClass AWAITED = PseudoClass.getPseudoClass("awaited");

    private final Label figure = new Label();
    private final Label delta = new Label();
    private final IntervalBar bar = new IntervalBar();
    private final Tooltip tip = new Tooltip();
    private final String metric;
    private String score = Messages.get("results.unscored.short");
    private String mark = "";
    private boolean spelledOut;

    /** With the metric's first letter; its whole name is in the tooltip. */
    public ScoreChip(String metric) {
        this.metric = metric;
        getStyleClass().add("score-chip");
        figure.setMinWidth(USE_PREF_SIZE);
        delta.setMinWidth(USE_PREF_SIZE);
        delta.getStyleClass().add("delta");
        delta.managedProperty().bind(delta.visibleProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        setMinWidth(USE_PREF_SIZE);
        var line = new HBox(figure, delta);
        line.getStyleClass().add("score-line");
        getChildren().addAll(line, bar);
        Tooltip.install(this, tip);
        show(OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Shows a score against the baseline's, which may both be missing. */
    public void show(OptionalDouble value, OptionalDouble baseline) {
        show(value, baseline, null);
    }

    /** The same with the 95 % interval of a mean; null for none. */
    public void show(OptionalDouble value, OptionalDouble baseline, @Nullable Interval interval) {
        pseudoClassStateChanged(AWAITED, false);
        score = value.isPresent() ? Figures.score(value.getAsDouble()) : Messages.get("results.unscored.short");
        write();
        delta.setVisible(value.isPresent() && baseline.isPresent());
        if (value.isPresent() && baseline.isPresent()) {
            Delta.higher(baseline.getAsDouble(), value.getAsDouble()).show(delta);
        }
        bar.setVisible(interval != null);
        String told = Messages.get("results.score.tip", metric);
        if (interval != null) {
            bar.show(value.orElse(interval.low()), interval);
            told = Messages.get(
                    "results.interval.tip", told, Figures.score(interval.low()), Figures.score(interval.high()));
        }
        if (!told.equals(tip.getText())) {
            tip.setText(told);
        }
    }

    /** Shows that a judge is at it. */
    public void await() {
        show(OptionalDouble.empty(), OptionalDouble.empty());
        pseudoClassStateChanged(AWAITED, true);
    }

    /** Writes the metric's name in full, or its first letter. */
    public void spell(boolean full) {
        spelledOut = full;
        write();
    }

    /** Writes something after the score, such as the arrow of an order. */
    public void mark(String after) {
        mark = after;
        write();
    }

    private void write() {
        String name = spelledOut ? capitalised(metric) : metric.substring(0, 1).toUpperCase(Locale.ROOT);
        figure.setText(name + " " + score + mark);
    }

    /** What is scored. */
    public String metric() {
        return metric;
    }

    /** The metric's name as a heading writes it. */
    public static String capitalised(String metric) {
        return metric.substring(0, 1).toUpperCase(Locale.ROOT) + metric.substring(1);
    }
}
