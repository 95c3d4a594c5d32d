package dev.assay.judge.type;

import org.jspecify.annotations.Nullable;

/**
 * Which of several judgements of the same answer by the same model one is.
 *
 * @param nth from 0
 * @param of how many there are, 1 or more
 */
public record Sample(int nth, int of) {
    /** One judgement alone. */
    public static final Sample ONLY = new Sample(0, 1);

    public Sample {
        if (nth < 0 || nth >= of) {
            throw new IllegalArgumentException("There is no judgement " + nth + " of " + of);
        }
    }

    /** 0 where one judgement is to be repeatable; null, the provider's default, where several are to differ. */
    public @Nullable Double temperature() {
        return of == 1 ? 0.0 : null;
    }
}
