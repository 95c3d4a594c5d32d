package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import dev.assay.history.StopReason;
import java.util.Optional;

/** Asked before each cell of a run whether it may begin. */
@FunctionalInterface
interface Brake {

    /**
     * Waits for as long as the cell may not begin yet.
     *
     * @return why neither it nor any later one is to begin; empty where it may
     * @throws InterruptedException where the run is stopped meanwhile
     */
    Optional<StopReason> before(PlannedCell cell) throws InterruptedException;
}
