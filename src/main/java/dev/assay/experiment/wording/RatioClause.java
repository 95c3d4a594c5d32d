package dev.assay.experiment.wording;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.RatioTest;

/** Says how many times as much a variant takes, as the end of a sentence about it. */
public enum RatioClause {
    COST("costs", "more", "much"),
    LATENCY("takes", "longer", "long"),
    TOKENS("uses", "more tokens", "many tokens");

    private final String verb;
    private final String more;
    private final String much;

    RatioClause(String verb, String more, String much) {
        this.verb = verb;
        this.more = more;
        this.much = much;
    }

    /** {@code costs 2.3x more (2.1 to 2.5)}, {@code takes 0.45x as long (0.41 to 0.50)}, {@code costs about as much}. */
    public String of(RatioTest test) {
        Interval interval = test.interval();
        String range = interval == null
                ? ""
                : " (" + Figures.ratio(interval.low()) + " to " + Figures.ratio(interval.high()) + ")";
        if (!test.differs()) {
            return verb + " about as " + much + range;
        }
        String times = verb + " " + Figures.ratio(test.ratio()) + "x ";
        return times + (test.ratio() > 1 ? more : "as " + much) + (interval == null ? " on every case" : range);
    }
}
