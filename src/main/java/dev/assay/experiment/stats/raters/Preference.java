package dev.assay.experiment.stats.raters;

/** Which of two answers is preferred. */
public enum Preference {
    BASELINE,
    TIE,
    CHALLENGER
}
