package dev.assay.judge.type;

import dev.assay.judge.Judgement;

/** Looks at an answer without a language model. Safe for use by many threads. */
@FunctionalInterface
public interface Rule {

    /** What there is to find; the same answer always gives the same. */
    Finding find(Judgement judgement);

    /** The rule that holds where this one does not. */
    default Rule negated() {
        return judgement -> switch (find(judgement)) {
            case Finding.Measured found -> new Finding.Measured(1 - found.value(), found.points(), found.why());
            case Finding.NotMeasured missing -> missing;
        };
    }
}
