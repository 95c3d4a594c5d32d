package dev.assay.ui.results;

import dev.assay.ui.fx.Messages;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A score, with its difference to the baseline where there is one to compare with. */
final class ScoreChip extends HBox {
    private ScoreChip(String metric, String name, OptionalDouble value, OptionalDouble baseline) {
        getStyleClass().add("score-chip");
        var figure = new Label(name + " "
                + (value.isPresent() ? Figures.score(value.getAsDouble()) : Messages.get("results.unscored")));
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
    }

    /** With the metric's first letter; its whole name is in the tooltip. */
    static ScoreChip small(String metric, OptionalDouble value, OptionalDouble baseline) {
        return new ScoreChip(metric, metric.substring(0, 1).toUpperCase(Locale.ROOT), value, baseline);
    }

    /** With the metric's whole name. */
    static ScoreChip spelledOut(String metric, OptionalDouble value, OptionalDouble baseline) {
        return new ScoreChip(metric, capitalised(metric), value, baseline);
    }

    /** The metric's name as a heading writes it. */
    static String capitalised(String metric) {
        return metric.substring(0, 1).toUpperCase(Locale.ROOT) + metric.substring(1);
    }
}
