package dev.assay.history;

import dev.assay.llm.ModelId;
import java.time.Instant;
import java.util.List;

/**
 * A batch that a run has sent to a provider.
 *
 * @param id the provider's
 * @param model of all its requests
 * @param sentAt when it was sent
 * @param cells those whose answers it is to bring; at least one
 * @param collected whether what came of it is recorded, so that it is not asked for any more
 */
public record RunBatch(String id, ModelId model, Instant sentAt, List<CellKey> cells, boolean collected) {
    public RunBatch {
        cells = List.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("Batch " + id + " has no cells");
        }
    }
}
