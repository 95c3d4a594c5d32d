package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import dev.assay.history.CellKey;
import dev.assay.history.RunBatch;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the cells of a run come to their answers.
 *
 * @param alone asked for one by one, or answered already
 * @param toSend to be sent in batches, by their model; none where the cache has the answer
 * @param sent batches that the provider has already, with those of their cells that are to be run
 */
record BatchShare(
        List<PlannedCell> alone, Map<ModelId, List<PlannedCell>> toSend, Map<RunBatch, List<PlannedCell>> sent) {

    /** All of them one by one. */
    static BatchShare alone(List<PlannedCell> cells) {
        return new BatchShare(cells, Map.of(), Map.of());
    }

    /** @param batches those that the run has sent before */
    static BatchShare of(List<PlannedCell> cells, LlmProvider provider, List<RunBatch> batches) {
        Map<CellKey, PlannedCell> rest = cells.stream()
                .collect(Collectors.toMap(PlannedCell::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<RunBatch, List<PlannedCell>> sent = new LinkedHashMap<>();
        for (RunBatch batch : batches) {
            if (!batch.collected()) {
                sent.put(
                        batch,
                        batch.cells().stream()
                                .filter(key ->
                                        rest.containsKey(key) && rest.get(key).begun() == null)
                                .map(rest::remove)
                                .toList());
            }
        }
        List<PlannedCell> alone = new ArrayList<>();
        Map<ModelId, List<PlannedCell>> toSend = new LinkedHashMap<>();
        for (PlannedCell cell : rest.values()) {
            ModelId model = cell.request().model();
            Optional<ChatBatches> offered = cell.begun() == null ? provider.batches(model) : Optional.empty();
            if (offered.isPresent() && !offered.get().knows(cell.request().whole())) {
                toSend.computeIfAbsent(model, any -> new ArrayList<>()).add(cell);
            } else {
                alone.add(cell);
            }
        }
        return new BatchShare(alone, toSend, sent);
    }

    /** The cells that are still to be sent. */
    List<PlannedCell> unsent() {
        return toSend.values().stream().flatMap(List::stream).toList();
    }

    /** Whether anything has to do with batches. */
    boolean hasBatches() {
        return !toSend.isEmpty() || !sent.isEmpty();
    }
}
