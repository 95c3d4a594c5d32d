package dev.assay.ui.repository.refs;

/** What work on the repository needs of the window around it. Called on the FX thread. */
public interface Around {
    /** Shows a line on what was done. */
    void tell(String notice);

    /** Goes on once files may change: where the window holds unsaved text the user is asked first, and may not go on. */
    void ready(Runnable next);

    /** Files on disk may have changed. */
    void changed();

    /** Opens the conflicts for the user to decide. */
    void resolve();
}
