package dev.assay.ui.fx;

import dev.assay.llm.AssayException;

/** Offers the user to remove what stopped a task, whichever screen asked for it. */
@FunctionalInterface
public interface Mender {
    /**
     * Offers it, where it can. Called on the FX thread.
     *
     * @param again tries the task once more
     * @param giveUp tells whoever asked for the task that it failed
     * @return whether one of both will run, once and on the FX thread; false where it can do nothing about the failure
     */
    boolean offers(AssayException failure, Runnable again, Runnable giveUp);
}
