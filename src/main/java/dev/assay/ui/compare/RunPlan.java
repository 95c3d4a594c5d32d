package dev.assay.ui.compare;

import dev.assay.ui.fx.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What a press of Run would do.
 *
 * @param dataset the dataset, or null while none is loaded
 * @param cases number of its cases
 * @param variants number of variants
 * @param answers calls to the models under test; 0 while the set-up is not complete
 * @param judgements calls to the judge
 * @param offline whether any of it is done by the built-in demo models
 */
record RunPlan(@Nullable String dataset, int cases, int variants, int answers, int judgements, boolean offline) {
    static final RunPlan NONE = new RunPlan(null, 0, 0, 0, 0, false);

    /** The words on the button. */
    String action() {
        return answers == 0 ? Messages.get("compare.run.none") : Messages.get("compare.run", answers);
    }

    /** What the button stands for. */
    String explanation() {
        return Messages.get("compare.run.tip", answers, judgements);
    }

    /** The set-up in a few words. */
    String summary() {
        return dataset == null ? "" : Messages.get("compare.summary", variants, dataset, cases);
    }
}
