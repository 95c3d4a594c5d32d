package dev.assay.provider.resilience;

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
import dev.assay.provider.resilience.Tries.Tried;
import dev.assay.settings.ProviderSettings;
import java.util.List;

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
        Tried<ChatResponse> tried = tries.make(request.model(), heard::nothing, () -> provider.chat(request, heard));
        ChatResponse response = tried.result();
        Latency latency = response.latency();
        return response.withFailedAttempts(tried.failed())
                .withLatency(new Latency(
                        tried.queued(), latency.total(), latency.timeToFirstByte(), latency.timeToFirstToken()));
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        return tries.make(request.model(), () -> true, () -> provider.embed(request))
                .result();
    }

    @Override
    public Moderation moderate(ModelId model, String text) {
        return tries.make(model, () -> true, () -> provider.moderate(model, text))
                .result();
    }

    @Override
    public long countTokens(ChatRequest request) {
        return tries.make(request.model(), () -> true, () -> provider.countTokens(request))
                .result();
    }

    @Override
    public List<ModelInfo> listModels(String name) {
        return tries.make(new ModelId(name, "*"), () -> true, () -> provider.listModels(name))
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
