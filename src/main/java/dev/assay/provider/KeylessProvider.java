package dev.assay.provider;

import dev.assay.llm.ChatBatches;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.llm.Moderation;
import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;
import java.util.List;
import java.util.Optional;

/** A provider whose key is not set: it is offered for choice, and says what is missing when it is used. */
record KeylessProvider(ProviderSettings settings, ApiKey.Missing key) implements LlmProvider {

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        throw missing(request.model());
    }

    @Override
    public void requireModel(ModelId model) {
        throw missing(model);
    }

    @Override
    public Optional<ChatBatches> batches(ModelId model) {
        return WireDialects.of(settings).batches().map(offered -> new KeylessBatches(this::missing));
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        throw missing(request.model());
    }

    @Override
    public Moderation moderate(ModelId model, String text) {
        throw missing(model);
    }

    @Override
    public long countTokens(ChatRequest request) {
        throw missing(request.model());
    }

    @Override
    public List<ModelInfo> listModels(String provider) {
        throw missing(new ModelId(provider, "*"));
    }

    private LlmException missing(ModelId model) {
        return new LlmException.Unauthorized(model + ": " + key.mend(), LlmException.Detail.of(model));
    }

    @Override
    public List<ModelId> models() {
        return settings.models().stream()
                .map(model -> new ModelId(settings.name(), model))
                .toList();
    }
}
