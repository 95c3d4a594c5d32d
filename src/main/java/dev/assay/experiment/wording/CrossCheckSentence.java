package dev.assay.experiment.wording;

import dev.assay.experiment.stats.ranks.CrossCheck;

/** Says whether other tests see what the verdict says. */
public final class CrossCheckSentence {
    private CrossCheckSentence() {}

    /** {@code Ranks agree (Wilcoxon p = 0.012, sign flips p = 0.014).}; empty where no case differs. */
    public static String of(CrossCheck check) {
        return check.rankP() == null
                ? ""
                : (check.agrees() ? "Ranks agree" : "Ranks disagree") + " (Wilcoxon " + Figures.pValue(check.rankP())
                        + ", sign flips " + Figures.pValue(check.signFlipP()) + ").";
    }
}
