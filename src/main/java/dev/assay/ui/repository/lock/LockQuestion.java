package dev.assay.ui.repository.lock;

import dev.assay.ui.fx.Failure;

/** Asks the user. Called on the FX thread; returns when they have answered. */
interface LockQuestion {
    /** What becomes of a lock. */
    enum Answer {
        REMOVE,
        TRY_AGAIN,
        GIVE_UP
    }

    /** Git is kept from writing. */
    Answer ask(LockReport report);

    /** The lock could not be removed. */
    void tell(Failure failure);
}
