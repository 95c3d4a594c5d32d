package dev.assay.experiment.chart;

/**
 * Lays values out along a stretch of a drawing; the stretch may run backwards, as y does on screens.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}, above {@code low}
 * @param from first end of the stretch, in the drawing's units
 * @param to other end
 */
public record LinearScale(double low, double high, double from, double to) {

    public LinearScale {
        if (!(high > low)) {
            throw new IllegalArgumentException("A scale from " + low + " to " + high + " has no length");
        }
    }

    /** The place of a value; values outside lie outside. */
    public double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** The place of a value, moved to the nearer end where it would lie outside. */
    public double within(double value) {
        return at(Math.clamp(value, low, high));
    }
}
