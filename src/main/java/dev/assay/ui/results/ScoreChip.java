package dev.assay.ui.results;

import dev.assay.ui.fx.Messages;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A score, with its difference to the baseline where there is one to compare with. */
final class ScoreChip extends HBox {
    private final Label figure = new Label();
    private final String metric;
    private final String score;

    /** With the metric's first letter; its whole name is in the tooltip. */
    ScoreChip(String metric, OptionalDouble value, OptionalDouble baseline) {
        this.metric = metric;
        score = value.isPresent() ? Figures.score(value.getAsDouble()) : Messages.get("results.unscored");
        getStyleClass().add("score-chip");
        figure.setMinWidth(USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        getChildren().add(figure);
        if (value.isPresent() && baseline.isPresent()) {
            var delta = new Label();
            delta.setMinWidth(USE_PREF_SIZE);
            delta.getStyleClass().add("delta");
            Delta.higher(baseline.getAsDouble(), value.getAsDouble()).show(delta);
            getChildren().add(delta);
        }
        Tooltip.install(this, new Tooltip(Messages.get("results.score.tip", metric)));
        spell(false);
    }

    /** Writes the metric's name in full, or its first letter. */
    void spell(boolean full) {
        figure.setText((full ? capitalised(metric) : metric.substring(0, 1).toUpperCase(Locale.ROOT)) + " " + score);
    }

    /** The metric's name as a heading writes it. */
    static String capitalised(String metric) {
        return metric.substring(0, 1).toUpperCase(Locale.ROOT) + metric.substring(1);
    }
}
