package dev.assay.judge.type;

/** What a rule finds in an answer. */
public sealed interface Finding {

    /**
     * A value.
     *
     * @param value 0 (worst) to 1 (best)
     * @param points the figure that was measured, in its own unit
     * @param why what was found, in words
     */
    record Measured(double value, double points, String why) implements Finding {}

    /** Something that the rule needs is not there. */
    record NotMeasured(String why) implements Finding {}

    /** The rule holds or not, which {@code why} explains. */
    static Finding holds(boolean holds, String why) {
        return new Measured(holds ? 1 : 0, holds ? 1 : 0, why);
    }
}
