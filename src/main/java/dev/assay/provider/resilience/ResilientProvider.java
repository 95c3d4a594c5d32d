package dev.assay.provider.resilience;

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
import dev.assay.provider.resilience.Tries.Job;
import dev.assay.provider.resilience.Tries.Tried;
import dev.assay.settings.ProviderSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A provider whose calls wait for their turn and are made again where that may succeed. Once the listener has heard
 * anything the call is not made again, as that cannot be taken back. An answer tells the latency, usage and cost of the
 * last try alone, and of the others that they failed. Thread-safe.
 */
public final class ResilientProvider implements LlmProvider {
    private final LlmProvider provider;
    private final Tries tries;

    /**
     * Guards the calls of one provider; all of them must come through the same guard.
     *
     * @param provider makes one try a call
     * @param settings its limits and times
     */
    public ResilientProvider(LlmProvider provider, ProviderSettings settings) {
        this(provider, Tries.of(settings, Time.SYSTEM));
    }

    ResilientProvider(LlmProvider provider, Tries tries) {
        this.provider = provider;
        this.tries = tries;
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        var heard = new Heard(listener);
        Tried<ChatResponse> tried = tries.make(new Job<>(
                request.model(),
                TokenGuess.of(request),
                heard::nothing,
                () -> provider.chat(request, heard),
                listener,
                response -> TokenGuess.taken(response.usage())));
        ChatResponse response = tried.result();
        return response.withFailedAttempts(tried.failed()).withLatency(queued(response.latency(), tried));
    }

    private static Latency queued(Latency latency, Tried<?> tried) {
        return new Latency(tried.queued(), latency.total(), latency.timeToFirstByte(), latency.timeToFirstToken());
    }

    @Override
    public Optional<ChatBatches> batches(ModelId model) {
        return provider.batches(model);
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        Tried<EmbeddingResponse> tried = tries.make(new Job<>(
                request.model(),
                TokenGuess.of(request),
                () -> true,
                () -> provider.embed(request),
                ChatListener.NONE,
                response -> response.usage().inputTokens()));
        EmbeddingResponse response = tried.result();
        return new EmbeddingResponse(
                response.vectors(), response.usage(), queued(response.latency(), tried), response.calls());
    }

    @Override
    public Moderation moderate(ModelId model, String text) {
        return whole(model, () -> provider.moderate(model, text));
    }

    @Override
    public long countTokens(ChatRequest request) {
        return whole(request.model(), () -> provider.countTokens(request));
    }

    @Override
    public List<ModelInfo> listModels(String name) {
        return whole(new ModelId(name, "*"), () -> provider.listModels(name));
    }

    /** A call that passes nothing on before it is over. */
    private <T> T whole(ModelId model, Supplier<T> call) {
        return tries.make(new Job<>(model, 0, () -> true, call, ChatListener.NONE, result -> null))
                .result();
    }

    @Override
    public List<ModelId> models() {
        return provider.models();
    }

    @Override
    public void requireModel(ModelId model) {
        provider.requireModel(model);
    }
}
