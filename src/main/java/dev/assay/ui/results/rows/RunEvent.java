package dev.assay.ui.results.rows;

import dev.assay.experiment.RunListener;
import dev.assay.experiment.batch.BatchProgress;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.llm.CallWait;
import dev.assay.ui.fx.Messages;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Something that happened to a cell while a run goes on. */
public sealed interface RunEvent {
    /** The cell it happened to. */
    CellKey key();

    /** The cell, where this ends it; else null. */
    default @Nullable Cell ended() {
        return switch (this) {
            case Finished finished -> finished.cell();
            case Kept kept -> kept.cell();
            case Started one -> null;
            case Text one -> null;
            case Waiting one -> null;
            case WaitOver one -> null;
            case Judging one -> null;
        };
    }

    /** The call was sent. */
    record Started(CellKey key) implements RunEvent {}

    /**
     * More text arrived.
     *
     * @param at when, in nanoseconds of {@link System#nanoTime()}
     */
    record Text(CellKey key, String delta, long at) implements RunEvent {
        /** Text of no particular moment. */
        public Text(CellKey key, String delta) {
            this(key, delta, 0);
        }
    }

    /**
     * A call of the cell waits.
     *
     * @param text what for, and until when, as a sentence
     */
    record Waiting(CellKey key, String text) implements RunEvent {
        static Waiting of(CellKey key, CallWait wait, LocalTime now) {
            String text = wait.expected() == null
                    ? Messages.get("results.waiting", wait.reason())
                    : Messages.get("results.waiting.until", wait.seconds(), wait.reason(), wait.until(now));
            return new Waiting(key, text);
        }
    }

    /** It waits no more. */
    record WaitOver(CellKey key) implements RunEvent {}

    /** The answer is complete and is being judged. */
    record Judging(CellKey key) implements RunEvent {}

    /** The cell has ended. */
    record Finished(Cell cell) implements RunEvent {
        @Override
        public CellKey key() {
            return cell.key();
        }
    }

    /** The cell had ended before the run went on. */
    record Kept(Cell cell) implements RunEvent {
        @Override
        public CellKey key() {
            return cell.key();
        }
    }

    /**
     * A listener that tells all of it to one consumer.
     *
     * @param batches hears of batches, which are no cell's
     */
    static RunListener listener(
            Consumer<RunEvent> sink, Consumer<dev.assay.history.Run> started, Consumer<BatchProgress> batches) {
        return new RunListener() {
            @Override
            public void batch(BatchProgress progress) {
                batches.accept(progress);
            }

            @Override
            public void started(dev.assay.history.Run run) {
                started.accept(run);
            }

            @Override
            public void kept(List<Cell> cells) {
                cells.forEach(cell -> sink.accept(new Kept(cell)));
            }

            @Override
            public void cellStarted(CellKey key) {
                sink.accept(new Started(key));
            }

            @Override
            public void textArrived(CellKey key, String delta) {
                sink.accept(new Text(key, delta, System.nanoTime()));
            }

            @Override
            public void waiting(CellKey key, CallWait wait) {
                sink.accept(Waiting.of(key, wait, LocalTime.now()));
            }

            @Override
            public void waitOver(CellKey key) {
                sink.accept(new WaitOver(key));
            }

            @Override
            public void judging(CellKey key) {
                sink.accept(new Judging(key));
            }

            @Override
            public void cellFinished(Cell cell) {
                sink.accept(new Finished(cell));
            }
        };
    }
}
