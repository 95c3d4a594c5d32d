package dev.assay.experiment;

import dev.assay.experiment.batch.BatchProgress;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Run;
import dev.assay.llm.CallWait;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a listener's mistakes away from the run: what only looks on must not lose a paid answer. */
record GuardedListener(RunListener listener) implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    @Override
    public void started(Run run) {
        guard(() -> listener.started(run));
    }

    @Override
    public void kept(List<Cell> cells) {
        guard(() -> listener.kept(cells));
    }

    @Override
    public void cellStarted(CellKey key) {
        guard(() -> listener.cellStarted(key));
    }

    @Override
    public void textArrived(CellKey key, String delta) {
        guard(() -> listener.textArrived(key, delta));
    }

    @Override
    public void waiting(CellKey key, CallWait wait) {
        guard(() -> listener.waiting(key, wait));
    }

    @Override
    public void waitOver(CellKey key) {
        guard(() -> listener.waitOver(key));
    }

    @Override
    public void batch(BatchProgress progress) {
        guard(() -> listener.batch(progress));
    }

    @Override
    public void judging(CellKey key) {
        guard(() -> listener.judging(key));
    }

    @Override
    public void cellFinished(Cell cell) {
        guard(() -> listener.cellFinished(cell));
    }

    @Override
    public void finished(Run run) {
        guard(() -> listener.finished(run));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("A run listener failed; the run goes on", e);
        }
    }
}
