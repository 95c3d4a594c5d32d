package dev.assay.ui.compare;

import dev.assay.ui.fx.Messages;

/**
 * What a press of Run would do.
 *
 * @param summary the set-up in a few words, or what it lacks; may be empty
 * @param advice what to do next, for a screen that shows nothing else
 * @param answers calls to the models under test; 0 while the set-up is not complete
 * @param judgements calls to the judge
 * @param offline whether any of it is done by the built-in demo models
 */
record RunPlan(String summary, String advice, int answers, int judgements, boolean offline) {
    /** Nothing is known yet. */
    static final RunPlan NONE = new RunPlan("", "", 0, 0, false);

    /** A set-up that lacks what the summary says. */
    static RunPlan lacking(String summary, String advice) {
        return new RunPlan(summary, advice, 0, 0, false);
    }

    boolean isComplete() {
        return answers > 0;
    }

    /** The words on the button. */
    String action() {
        return isComplete() ? Messages.get("compare.run", answers) : Messages.get("compare.run.none");
    }

    /** What the button stands for. */
    String explanation() {
        return Messages.get("compare.run.tip", answers, judgements);
    }

    /** The heading above the advice. */
    String title() {
        return isComplete() ? Messages.get("compare.empty.title") : summary;
    }
}
