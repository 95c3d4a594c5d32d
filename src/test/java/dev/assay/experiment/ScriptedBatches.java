package dev.assay.experiment;

import dev.assay.llm.BatchState;
import dev.assay.llm.BatchState.Counts;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** A provider that answers the models of OpenAI in batches, when a test says so, and all others at once. */
final class ScriptedBatches implements LlmProvider, ChatBatches {
    static final String EXPIRED = "expired";

    final ScriptedProvider alone = new ScriptedProvider(request -> "alone");
    final Map<String, List<Item>> submitted = new LinkedHashMap<>();
    final List<String> cancelled = new CopyOnWriteArrayList<>();
    /** How often each batch is still at work when it is asked for. */
    final Map<String, Integer> rounds = new HashMap<>();

    int asked;
    int most = Integer.MAX_VALUE;
    Set<String> known = Set.of();
    /** What comes before each state is told. */
    Runnable before = () -> {};

    Function<Item, Result> script = item -> new Result.Answered(item.id(), ScriptedProvider.response("batched"));

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        return alone.chat(request, listener);
    }

    @Override
    public Optional<ChatBatches> batches(ModelId model) {
        return model.provider().equals("openai") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public boolean knows(ChatRequest request) {
        return known.contains(request.messages().getLast().text());
    }

    @Override
    public List<List<Item>> cut(List<Item> items) {
        List<List<Item>> parts = new ArrayList<>();
        for (int i = 0; i < items.size(); i += most) {
            parts.add(items.subList(i, Math.min(items.size(), i + most)));
            if (most == Integer.MAX_VALUE) {
                break;
            }
        }
        return parts;
    }

    @Override
    public String submit(List<Item> batch) {
        String id = "batch_" + (submitted.size() + 1);
        submitted.put(id, batch);
        return id;
    }

    @Override
    public BatchState state(ModelId model, String id) {
        asked++;
        before.run();
        List<Item> items = submitted.get(id);
        if (items == null) {
            throw new LlmException.Rejected("No such batch " + id, LlmException.Detail.of(model));
        }
        int left = rounds.merge(id, -1, Integer::sum);
        return left >= 0
                ? new BatchState.UnderWay(new Counts(items.size(), 0, 0), "in_progress")
                : new BatchState.Ended(new Counts(items.size(), items.size(), 0), "completed");
    }

    @Override
    public void results(ModelId model, String id, List<Item> items, Consumer<Result> reader) {
        // Out of order, as providers give them, and all that the batch has.
        for (Item item : submitted.get(id).reversed()) {
            Result result = script.apply(item);
            if (result != null) {
                reader.accept(result);
            }
        }
    }

    @Override
    public void cancel(ModelId model, String id) {
        cancelled.add(id);
    }

    @Override
    public List<ModelId> models() {
        return List.of();
    }
}
