package dev.assay.provider;

import dev.assay.llm.BatchState;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Batches of a provider whose key is not set: that it has them is known, and they say what is missing when they are used.
 *
 * @param missing tells it
 */
record KeylessBatches(Function<ModelId, LlmException> missing) implements ChatBatches {

    @Override
    public List<List<Item>> cut(List<Item> items) {
        return List.of(items);
    }

    @Override
    public String submit(List<Item> batch) {
        throw missing.apply(batch.getFirst().request().model());
    }

    @Override
    public BatchState state(ModelId model, String id) {
        throw missing.apply(model);
    }

    @Override
    public void results(ModelId model, String id, List<Item> items, Consumer<Result> reader) {
        throw missing.apply(model);
    }

    @Override
    public void cancel(ModelId model, String id) {
        throw missing.apply(model);
    }
}
