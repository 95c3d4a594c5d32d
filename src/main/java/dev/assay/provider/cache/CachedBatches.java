package dev.assay.provider.cache;

import dev.assay.llm.BatchState;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ModelId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Keeps the answers of batches for later.
 *
 * @param batches the provider's
 * @param place where the provider is and how it is asked, in any words
 * @param store keeps the answers
 */
record CachedBatches(ChatBatches batches, String place, ResponseStore store) implements ChatBatches {

    @Override
    public boolean knows(ChatRequest request) {
        return store.find(RequestKey.of(request, place)).isPresent();
    }

    @Override
    public void results(ModelId model, String id, List<Item> items, Consumer<Result> reader) {
        Map<String, ChatRequest> requests = items.stream().collect(Collectors.toMap(Item::id, Item::request));
        batches.results(model, id, items, result -> {
            ChatRequest request = requests.get(result.id());
            if (request != null
                    && result instanceof Result.Answered answered
                    && Entry.worthKeeping(answered.response())) {
                store.keep(RequestKey.of(request, place), answered.response());
            }
            reader.accept(result);
        });
    }

    @Override
    public List<List<Item>> cut(List<Item> items) {
        return batches.cut(items);
    }

    @Override
    public String submit(List<Item> batch) {
        return batches.submit(batch);
    }

    @Override
    public BatchState state(ModelId model, String id) {
        return batches.state(model, id);
    }

    @Override
    public void cancel(ModelId model, String id) {
        batches.cancel(model, id);
    }
}
