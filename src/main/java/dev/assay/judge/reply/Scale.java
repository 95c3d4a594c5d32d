package dev.assay.judge.reply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures that a judge may give.
 *
 * @param min the worst
 * @param max the best, above {@code min}
 */
public record Scale(int min, int max) {
    private static final Pattern PLAIN = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,4})?)(?:\\s*/\\s*(\\d{1,4}))?");

    public Scale {
        if (max <= min) {
            throw new IllegalArgumentException("A scale from " + min + " to " + max + " has no figures");
        }
    }

    /** Reads {@code 4}, {@code 3.5} or {@code 4/5}; another denominator or a figure outside is ambiguous, never scaled. */
    Found read(String text) {
        Matcher plain = PLAIN.matcher(text.strip());
        if (!plain.matches() || (plain.group(2) != null && Integer.parseInt(plain.group(2)) != max)) {
            return Found.AMBIGUOUS;
        }
        return of(Double.parseDouble(plain.group(1)));
    }

    /** The figure where the scale has it. */
    Found of(double figure) {
        return figure >= min && figure <= max ? new Found.Figure(figure) : Found.AMBIGUOUS;
    }

    /** A figure of this scale as 0 (worst) to 1 (best). */
    public double normalised(double figure) {
        return (figure - min) / (max - min);
    }

    @Override
    public String toString() {
        return min + " to " + max;
    }
}
