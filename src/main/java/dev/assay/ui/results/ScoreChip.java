package dev.assay.ui.results;

import dev.assay.ui.fx.Messages;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A score, with its difference to the baseline where there is one to compare with. Used again for other values. */
public final class ScoreChip extends HBox {
    private final Label figure = new Label();
    private final Label delta = new Label();
    private final String metric;
    private String score = Messages.get("results.unscored.short");
    private boolean spelledOut;

    /** With the metric's first letter; its whole name is in the tooltip. */
    public ScoreChip(String metric) {
        this.metric = metric;
        getStyleClass().add("score-chip");
        figure.setMinWidth(USE_PREF_SIZE);
        delta.setMinWidth(USE_PREF_SIZE);
        delta.getStyleClass().add("delta");
        delta.managedProperty().bind(delta.visibleProperty());
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(figure, delta);
        Tooltip.install(this, new Tooltip(Messages.get("results.score.tip", metric)));
        show(OptionalDouble.empty(), OptionalDouble.empty());
    }

    public void show(OptionalDouble value, OptionalDouble baseline) {
        score = value.isPresent() ? Figures.score(value.getAsDouble()) : Messages.get("results.unscored.short");
        write();
        delta.setVisible(value.isPresent() && baseline.isPresent());
        if (value.isPresent() && baseline.isPresent()) {
            Delta.higher(baseline.getAsDouble(), value.getAsDouble()).show(delta);
        }
    }

    /** Writes the metric's name in full, or its first letter. */
    public void spell(boolean full) {
        spelledOut = full;
        write();
    }

    private void write() {
        String name = spelledOut ? capitalised(metric) : metric.substring(0, 1).toUpperCase(Locale.ROOT);
        figure.setText(name + " " + score);
    }

    public String metric() {
        return metric;
    }

    /** The metric's name as a heading writes it. */
    public static String capitalised(String metric) {
        return metric.substring(0, 1).toUpperCase(Locale.ROOT) + metric.substring(1);
    }
}
