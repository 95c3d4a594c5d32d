package dev.assay.experiment.stats.raters;

/** Which of two answers is preferred. */
public enum Preference {
    BASELINE,
    TIE,
    CHALLENGER;

    /** Differences of scores that are averages may differ in the last digits only: such scores are the same. */
    private static final double SAME = 1e-9;

    /** The preference that a difference, challenger minus baseline, shows. */
    public static Preference ofSign(double difference) {
        return Math.abs(difference) < SAME ? TIE : difference > 0 ? CHALLENGER : BASELINE;
    }

    /** -1 for the baseline, 0 for a tie, 1 for the challenger. */
    public int sign() {
        return switch (this) {
            case BASELINE -> -1;
            case TIE -> 0;
            case CHALLENGER -> 1;
        };
    }
}
