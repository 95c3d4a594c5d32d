package dev.assay.ui.results;

import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/**
 * How a figure differs from the baseline's.
 *
 * @param text signed; empty where there is nothing to compare
 * @param verdict which of the two is better
 */
public record Delta(String text, Verdict verdict) {
    /** Whether a difference is good. */
    public enum Verdict {
        BETTER,
        WORSE,
        /** No difference worth the name, or nothing to compare. */
        SAME
    }

    private static final List<String> STYLES = List.of("better", "worse");
    private static final Delta NONE = new Delta("", Verdict.SAME);

    /** The difference of two scores, 0 to 1, of which the higher is better. */
    public static Delta higher(double baseline, double value) {
        double difference = value - baseline;
        return new Delta(
                Figures.delta(difference),
                Math.abs(difference) < 0.005 ? Verdict.SAME : judge(Better.HIGHER, difference));
    }

    /** The relative difference of two figures of which the lower is better; none where either is not known. */
    public static Delta lower(@Nullable Number baseline, @Nullable Number value) {
        if (baseline == null || value == null || baseline.doubleValue() == 0) {
            return NONE;
        }
        double percent = 100 * (value.doubleValue() / baseline.doubleValue() - 1);
        if (Math.abs(percent) < 0.5) {
            return new Delta(Messages.get("results.delta.none"), Verdict.SAME);
        }
        return new Delta(
                String.format(Locale.ROOT, "%+.0f %%", percent).replace('-', '\u2212'), judge(Better.LOWER, percent));
    }

    private static Verdict judge(Better better, double difference) {
        return better.improves(difference) ? Verdict.BETTER : Verdict.WORSE;
    }

    /** Writes it into a label, in the colour of its verdict. */
    public void show(Label label) {
        label.setText(text);
        List<String> style =
                verdict == Verdict.SAME ? List.of() : List.of(verdict.name().toLowerCase(Locale.ROOT));
        if (label.getStyleClass().stream().filter(STYLES::contains).toList().equals(style)) {
            return;
        }
        label.getStyleClass().removeAll(STYLES);
        label.getStyleClass().addAll(style);
    }
}
