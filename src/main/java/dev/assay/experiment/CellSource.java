package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the cells of a run one after the other, each as soon as it can be worked on. */
@FunctionalInterface
interface CellSource {

    /**
     * The next cell, for which this may wait; null after the last.
     *
     * @throws InterruptedException where the thread was interrupted
     */
    @Nullable
    PlannedCell next() throws InterruptedException;

    /** Cells that can all be worked on. */
    static CellSource of(List<PlannedCell> cells) {
        Iterator<PlannedCell> rest = cells.iterator();
        return () -> rest.hasNext() ? rest.next() : null;
    }
}
