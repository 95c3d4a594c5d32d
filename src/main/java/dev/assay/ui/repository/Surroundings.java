package dev.assay.ui.repository;

import dev.assay.ui.fx.Failure;
import dev.assay.ui.repository.refs.Around;
import java.util.List;

/** What the repository needs of the window around it. Called on the FX thread. */
public interface Surroundings extends Around {
    /** Whether edits in these files are to be stashed and applied again on the branch. */
    boolean carry(String branch, List<String> files);

    /** Shows what went wrong. */
    void failed(Failure failure);
}
