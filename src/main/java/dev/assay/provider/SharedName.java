package dev.assay.provider;

import dev.assay.llm.ChatBatches;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.llm.Moderation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A provider of the user that has the name of one that is built in: it serves all models but those of the built-in one,
 * unless its settings name them too.
 *
 * @param configured the user's
 * @param builtIn tells its models without a call
 * @param name of both
 */
record SharedName(LlmProvider configured, LlmProvider builtIn, String name) implements LlmProvider {

    private LlmProvider serving(ModelId model) {
        boolean byBuiltIn = !configured.models().contains(model)
                && builtIn.listModels(name).stream().anyMatch(info -> info.id().equals(model));
        return byBuiltIn ? builtIn : configured;
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        return serving(request.model()).chat(request, listener);
    }

    @Override
    public void requireModel(ModelId model) {
        serving(model).requireModel(model);
    }

    @Override
    public Optional<ChatBatches> batches(ModelId model) {
        return serving(model).batches(model);
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        return serving(request.model()).embed(request);
    }

    @Override
    public Moderation moderate(ModelId model, String text) {
        return serving(model).moderate(model, text);
    }

    @Override
    public long countTokens(ChatRequest request) {
        return serving(request.model()).countTokens(request);
    }

    @Override
    public List<ModelInfo> listModels(String provider) {
        List<ModelInfo> offered = configured.listModels(provider);
        return Stream.concat(
                        offered.stream(),
                        builtIn.listModels(provider).stream()
                                .filter(own -> offered.stream()
                                        .noneMatch(other -> other.id().equals(own.id()))))
                .toList();
    }

    @Override
    public List<ModelId> models() {
        return Stream.concat(configured.models().stream(), builtIn.models().stream())
                .distinct()
                .toList();
    }
}
