package dev.assay.provider.cache;

import dev.assay.llm.ChatBatches;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.llm.Moderation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers from the store what was answered before, and makes one call of equal calls at a time. What it answers so is
 * marked, and timed by what it took this time. Thread-safe.
 */
public final class CachedProvider implements LlmProvider {
    private final LlmProvider provider;
    private final Map<String, String> places;
    private final ResponseStore store;
    private final SharedCalls calls;

    /**
     * A cache before a provider.
     *
     * @param provider who answers what is not known
     * @param places of each provider whose answers are kept, by its name: where it is and how it is asked, in any
     *     words; another place is another answer
     * @param store keeps the answers
     * @param calls the calls under way
     */
    public CachedProvider(LlmProvider provider, Map<String, String> places, ResponseStore store, SharedCalls calls) {
        this.provider = provider;
        this.places = Map.copyOf(places);
        this.store = store;
        this.calls = calls;
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        String place = places.get(request.model().provider());
        if (place == null) {
            return provider.chat(request, listener);
        }
        long start = System.nanoTime();
        String key = RequestKey.of(request, place);
        Optional<ChatResponse> known = store.find(key);
        if (known.isPresent()) {
            return told(known.get(), request, start, listener);
        }
        return calls.call(key, request, listener, delivery -> {
            ChatResponse response = provider.chat(request, delivery);
            if (Entry.worthKeeping(response)) {
                store.keep(key, response);
            }
            return response;
        });
    }

    /** Whether a request would be answered from the store. */
    public boolean knows(ChatRequest request) {
        String place = places.get(request.model().provider());
        return place != null && store.find(RequestKey.of(request, place)).isPresent();
    }

    /** Where a request goes and how; empty where its answers are not kept. */
    Optional<String> place(ChatRequest request) {
        return Optional.ofNullable(places.get(request.model().provider()));
    }

    /** The answer kept under a key. */
    Optional<ChatResponse> kept(String key) {
        return store.find(key);
    }

    /** Tells an answer that was kept as one that comes now. */
    static ChatResponse told(ChatResponse known, ChatRequest request, long start, ChatListener listener) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        boolean heard = request.stream() && !known.text().isEmpty();
        if (request.stream() && !known.reasoning().isEmpty()) {
            listener.onReasoning(known.reasoning());
        }
        if (heard) {
            listener.onText(known.text());
        }
        return known.withLatency(new Latency(Duration.ZERO, took, null, heard ? took : null));
    }

    @Override
    public List<ModelId> models() {
        return provider.models();
    }

    @Override
    public void requireModel(ModelId model) {
        provider.requireModel(model);
    }

    @Override
    public Optional<ChatBatches> batches(ModelId model) {
        return provider.batches(model)
                .map(batches -> Optional.ofNullable(places.get(model.provider()))
                        .<ChatBatches>map(place -> new CachedBatches(batches, place, store))
                        .orElse(batches));
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        return provider.embed(request);
    }

    @Override
    public Moderation moderate(ModelId model, String text) {
        return provider.moderate(model, text);
    }

    @Override
    public long countTokens(ChatRequest request) {
        return provider.countTokens(request);
    }

    @Override
    public List<ModelInfo> listModels(String name) {
        return provider.listModels(name);
    }
}
