package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Outcome;
import dev.assay.llm.CancelledException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The baseline's answers as they come, for judges that compare others with them. Whoever waits for one waits for a cell
 * that was dispatched before its own, so that it is under way or has ended. Thread-safe.
 */
final class Baselines {
    private final Map<CellKey, CompletableFuture<Optional<String>>> answers = new ConcurrentHashMap<>();

    /**
     * The answers of a run.
     *
     * @param planned the cells to run, of which those of the baseline will be told
     * @param ended cells that have ended already
     */
    Baselines(List<Plan.PlannedCell> planned, List<Cell> ended) {
        planned.stream()
                .map(Plan.PlannedCell::key)
                .filter(Baselines::isBaseline)
                .forEach(key -> answers.put(key, new CompletableFuture<>()));
        ended.forEach(this::answered);
    }

    static boolean isBaseline(CellKey key) {
        return key.variant() == 0;
    }

    /** Tells the answer of a cell, or that there is none. */
    void answered(Cell cell) {
        if (isBaseline(cell.key())) {
            Optional<String> text = cell.answer().outcome() instanceof Outcome.Completed completed
                    ? Optional.of(completed.response().output())
                    : Optional.empty();
            answers.computeIfAbsent(cell.key(), key -> new CompletableFuture<>())
                    .complete(text);
        }
    }

    /** Tells that a cell will not end. */
    void abandoned(CellKey key) {
        var answer = answers.get(key);
        if (answer != null) {
            answer.complete(Optional.empty());
        }
    }

    /** Whether the baseline is, or was, asked about the case of a cell. */
    boolean isKnown(CellKey key) {
        return answers.containsKey(ofCase(key));
    }

    /**
     * The baseline's answer to the case of a cell, once it is there; null where it has none.
     *
     * @throws CancelledException where the thread was interrupted
     */
    @Nullable
    String await(CellKey key) {
        var answer = answers.get(ofCase(key));
        if (answer == null) {
            return null;
        }
        try {
            return answer.get().orElse(null);
        } catch (InterruptedException e) {
            throw new CancelledException("Stopped while waiting for the baseline's answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CellKey ofCase(CellKey key) {
        return new CellKey(0, key.testCase(), key.repeat());
    }
}
