package dev.assay.provider.cohere;

import dev.assay.llm.ChatRequest;
import dev.assay.provider.endpoint.Embeddings;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireRequest;
import dev.assay.settings.ApiKey;
import java.util.Map;
import java.util.Optional;

/** Cohere's chat protocol, version 2. */
public final class CohereDialect implements WireDialect {

    @Override
    public Framing framing() {
        return Framing.SSE;
    }

    @Override
    public String chatPath(String basePath, ChatRequest request) {
        return version(basePath) + "chat";
    }

    /** The list of models is still of version 1. */
    @Override
    public String modelsPath(String basePath) {
        return (endsWithVersion(basePath) ? "../" : "") + "v1/models";
    }

    /** The version, unless the base address has it. */
    static String version(String basePath) {
        return endsWithVersion(basePath) ? "" : "v2/";
    }

    /** Users write the base address with the version and without. */
    private static boolean endsWithVersion(String basePath) {
        return basePath.matches(".*/v2/?");
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
        return "cohere";
    }

    @Override
    public WireRequest write(ChatRequest request, ModelProfile profile) {
        return new CohereRequest(request).write();
    }

    @Override
    public AnswerReader reader(ChatRequest request) {
        return new CohereReader();
    }

    @Override
    public Optional<ModelLists> modelLists() {
        return Optional.of(new CohereModels());
    }

    @Override
    public Optional<Embeddings> embeddings() {
        return Optional.of(new CohereEmbeddings());
    }
}
