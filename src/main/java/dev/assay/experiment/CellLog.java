package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Invocation;
import dev.assay.history.RunHistory;
import dev.assay.judge.Score;
import java.util.List;

/** Writes down each paid part of a cell as soon as it is there, so that a crash costs only the calls under way. */
record CellLog(RunHistory history, String runId) {

    /** The answer is there, and is to be judged. */
    void answered(Cell cell) {
        history.append(runId, cell);
    }

    /** One judge has ended. */
    void scored(CellKey key, List<Invocation> calls, Score score) {
        history.addScores(runId, key, calls, List.of(score));
    }
}
