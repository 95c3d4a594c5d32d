package dev.assay.provider.ollama;

import dev.assay.llm.ChatRequest;
import dev.assay.provider.endpoint.Embeddings;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.profile.Feature;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireRequest;
import dev.assay.settings.ApiKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ollama's native chat protocol, which alone can set the size of the context. */
public final class OllamaDialect implements WireDialect {

    @Override
    public Framing framing() {
        return Framing.NDJSON;
    }

    @Override
    public String chatPath(String basePath, ChatRequest request) {
        return api(basePath) + "chat";
    }

    @Override
    public String modelsPath(String basePath) {
        return api(basePath) + "tags";
    }

    static String api(String basePath) {
        return basePath.matches(".*/api/?") ? "" : "api/";
    }

    @Override
    public Map<String, String> headers(ApiKey.Present key) {
        return Map.of("Authorization", "Bearer " + key.secret());
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public String vendor() {
        return "ollama";
    }

    @Override
    public ModelProfile limits() {
        return ModelProfile.without(Set.of(Feature.FORCED_TOOLS));
    }

    @Override
    public WireRequest write(ChatRequest request, ModelProfile profile) {
        return new OllamaRequest(request).write();
    }

    @Override
    public AnswerReader reader(ChatRequest request) {
        return new OllamaReader();
    }

    @Override
    public Optional<ModelLists> modelLists() {
        return Optional.of(new OllamaModels());
    }

    @Override
    public Optional<Embeddings> embeddings() {
        return Optional.of(new OllamaEmbeddings());
    }
}
