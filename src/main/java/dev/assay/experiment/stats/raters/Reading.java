package dev.assay.experiment.stats.raters;

import org.jspecify.annotations.Nullable;

/** What an agreement beyond chance is good for. */
public enum Reading {
    /** Too few votes to say anything. */
    NOT_ENOUGH_TO_SAY,
    /** The votes do not vary, so that agreeing with them shows nothing. */
    CANNOT_TELL,
    /** Good enough for verdicts. */
    GOOD,
    /** To be read with care. */
    FAIR,
    /** Not to be used for verdicts. */
    POOR;

    /** Fewer votes say nothing: of 20 that agree on 16, the interval goes from 58 to 92 %. */
    public static final int MIN_VOTES = 20;

    private static final double GOOD_FROM = 0.6;
    private static final double FAIR_FROM = 0.4;

    /**
     * Reads an agreement beyond chance, such as a kappa.
     *
     * @param votes how many it rests on
     * @param kappa at most 1, or null where the votes do not vary
     */
    public static Reading of(int votes, @Nullable Double kappa) {
        if (votes < MIN_VOTES) {
            return NOT_ENOUGH_TO_SAY;
        }
        if (kappa == null) {
            return CANNOT_TELL;
        }
        return kappa >= GOOD_FROM ? GOOD : kappa >= FAIR_FROM ? FAIR : POOR;
    }
}
