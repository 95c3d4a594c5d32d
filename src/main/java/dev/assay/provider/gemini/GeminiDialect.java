package dev.assay.provider.gemini;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.ModelId;
import dev.assay.provider.endpoint.Embeddings;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.endpoint.TokenCounts;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireRequest;
import dev.assay.settings.ApiKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Google's generateContent protocol. The version is part of the base address, as it changes between releases. */
public final class GeminiDialect implements WireDialect {

    @Override
    public Framing framing() {
        return Framing.SSE;
    }

    @Override
    public String chatPath(String basePath, ChatRequest request) {
        return resource(request.model()) + (request.stream() ? ":streamGenerateContent" : ":generateContent");
    }

    /** Tuned models and those of other publishers are named with their collection. */
    static String resource(ModelId id) {
        String path = Arrays.stream(id.model().split("/", -1))
                .map(WireDialect::segment)
                .collect(Collectors.joining("/"));
        return id.model().contains("/") ? path : "models/" + path;
    }

    /** Without it, a stream is one JSON array. */
    @Override
    public Map<String, String> chatQuery(ChatRequest request) {
        return request.stream() ? Map.of("alt", "sse") : Map.of();
    }

    @Override
    public String modelsPath(String basePath) {
        return "models";
    }

    @Override
    public Map<String, String> headers(ApiKey.Present key) {
        return Map.of("x-goog-api-key", key.secret());
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public String vendor() {
        return "gemini";
    }

    @Override
    public WireRequest write(ChatRequest request, ModelProfile profile) {
        return new GeminiRequest(request, profile).write();
    }

    @Override
    public AnswerReader reader(ChatRequest request) {
        return new GeminiReader();
    }

    @Override
    public Optional<ModelLists> modelLists() {
        return Optional.of(new GeminiModels());
    }

    @Override
    public Optional<Embeddings> embeddings() {
        return Optional.of(new GeminiEmbeddings());
    }

    @Override
    public Optional<TokenCounts> tokenCounts() {
        return Optional.of(new GeminiTokens());
    }
}
