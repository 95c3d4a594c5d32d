package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import dev.assay.experiment.batch.BatchProgress;
import dev.assay.history.CellKey;
import dev.assay.history.RunBatch;
import dev.assay.llm.BatchState;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.LlmException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A batch that a provider works on, with the cells that wait for it. Used by one thread. */
final class OpenBatch {
    private static final int MOST_GARBLED = 3;

    private final RunBatch batch;
    private final ChatBatches provider;
    private final Map<String, PlannedCell> waiting = new LinkedHashMap<>();
    private @Nullable BatchState state;
    private Instant askedAt;
    private int garbled;

    OpenBatch(RunBatch batch, ChatBatches provider, List<PlannedCell> cells) {
        this.batch = batch;
        this.provider = provider;
        this.askedAt = batch.sentAt();
        cells.forEach(cell -> waiting.put(id(cell.key()), cell));
    }

    /** How a cell is called within a batch. */
    static String id(CellKey key) {
        return "v" + key.variant() + "-c" + key.testCase() + "-r" + key.repeat();
    }

    static ChatBatches.Item item(PlannedCell cell) {
        return new ChatBatches.Item(id(cell.key()), cell.request().whole());
    }

    RunBatch batch() {
        return batch;
    }

    ChatBatches provider() {
        return provider;
    }

    /** The cells whose answers are still to come. */
    List<PlannedCell> waiting() {
        return List.copyOf(waiting.values());
    }

    /** The cell of an item, which waits no more; null where none waits by that id. */
    @Nullable
    PlannedCell arrived(String id) {
        return waiting.remove(id);
    }

    /** Asks the provider how far it is. */
    BatchState ask(Instant now) {
        askedAt = now;
        BatchState told = provider.state(batch.model(), batch.id());
        state = told;
        return told;
    }

    /** The provider was asked and answered. */
    void understood() {
        garbled = 0;
    }

    /** Whether the provider has not been understood so often now that asking again will not help. */
    boolean isGarbled(LlmException failure) {
        return failure instanceof LlmException.MalformedResponse && ++garbled == MOST_GARBLED;
    }

    BatchProgress progress(@Nullable Duration next, @Nullable String trouble) {
        return new BatchProgress(
                batch.id(), batch.model(), batch.cells().size(), batch.sentAt(), state, askedAt, next, trouble);
    }
}
