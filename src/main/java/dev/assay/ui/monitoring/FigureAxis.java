package dev.assay.ui.monitoring;

import dev.assay.ui.results.Figures;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.DoubleFunction;
import javafx.util.StringConverter;

/** Writes the figures beside a chart. */
final class FigureAxis extends StringConverter<Number> {
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    private final DoubleFunction<String> words;

    private FigureAxis(DoubleFunction<String> words) {
        this.words = words;
    }

    /** US dollars. */
    static FigureAxis dollars() {
        return new FigureAxis(usd -> Figures.cost(BigDecimal.valueOf(usd)));
    }

    /** Milliseconds. */
    static FigureAxis millis() {
        return new FigureAxis(millis -> millis == 0 ? "0" : Figures.duration(millis));
    }

    /** Scores from 0 to 1. */
    static FigureAxis scores() {
        return new FigureAxis(Figures::score);
    }

    /** Counts: {@code 12}, {@code 3.4k}, {@code 1.2M}; nothing at the lines between two whole ones. */
    static FigureAxis counts() {
        return new FigureAxis(FigureAxis::count);
    }

    private static String count(double count) {
        if (count >= MILLION) {
            return shorter(count / MILLION) + "M";
        }
        return count >= THOUSAND ? shorter(count / THOUSAND) + "k" : whole(count);
    }

    private static String whole(double count) {
        return count == Math.rint(count) ? String.valueOf((long) count) : "";
    }

    private static String shorter(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public String toString(Number number) {
        return words.apply(number.doubleValue());
    }

    @Override
    public Number fromString(String text) {
        throw new UnsupportedOperationException("Nothing is typed here");
    }
}
