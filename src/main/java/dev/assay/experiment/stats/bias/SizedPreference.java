package dev.assay.experiment.stats.bias;

import dev.assay.experiment.stats.raters.Preference;
import dev.assay.llm.InputException;

/**
 * A preference, and how long the two answers are.
 *
 * @param baseline length of the baseline's answer in characters or tokens, 1 or more
 * @param challenger the same of the challenger's
 */
public record SizedPreference(Preference preference, int baseline, int challenger) {
    public SizedPreference {
        if (baseline < 1 || challenger < 1) {
            throw new InputException("Answers of " + baseline + " and " + challenger
                    + " characters cannot be compared by length: leave out empty ones");
        }
    }

    /** The challenger's length over the baseline's. */
    double ratio() {
        return (double) challenger / baseline;
    }

    /** Whether the shorter answer has at least 80 % of the length of the longer. */
    boolean isLikeInLength() {
        return Math.min(baseline, challenger) >= 0.8 * Math.max(baseline, challenger);
    }
}
