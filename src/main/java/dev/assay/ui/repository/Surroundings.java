package dev.assay.ui.repository;

import dev.assay.ui.fx.Failure;
import java.util.List;

/** What the repository needs of the window around it. Called on the FX thread. */
public interface Surroundings {
    /** Whether edits in these files are to be stashed and applied again on the branch. */
    boolean carry(String branch, List<String> files);

    /** Shows what went wrong. */
    void failed(Failure failure);

    /** Shows a line on what was done. */
    void tell(String notice);

    /** Goes on once files may change: where the window holds unsaved text the user is asked first, and may not go on. */
    void ready(Runnable next);

    /** Files on disk may have changed. */
    void changed();

    /** Opens the conflicts for the user to decide. */
    void resolve();
}
