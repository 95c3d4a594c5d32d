package dev.assay.provider.anthropic;

import dev.assay.llm.ChatRequest;
import dev.assay.provider.endpoint.Batches;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.endpoint.TokenCounts;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireRequest;
import dev.assay.settings.ApiKey;
import java.util.Map;
import java.util.Optional;

/** Anthropic's messages protocol. */
public final class AnthropicDialect implements WireDialect {
    private static final String VERSION_HEADER = "anthropic-version";
    private static final String VERSION = "2023-06-01";

    @Override
    public Framing framing() {
        return Framing.SSE;
    }

    @Override
    public String chatPath(String basePath, ChatRequest request) {
        return version(basePath) + "messages";
    }

    @Override
    public String modelsPath(String basePath) {
        return version(basePath) + "models";
    }

    /** Users write the base address with the version and without. */
    static String version(String basePath) {
        return basePath.matches(".*/v1/?") ? "" : "v1/";
    }

    @Override
    public Map<String, String> headers(ApiKey.Present key) {
        return Map.of(VERSION_HEADER, VERSION, "x-api-key", key.secret());
    }

    @Override
    public Map<String, String> headers() {
        return Map.of(VERSION_HEADER, VERSION);
    }

    @Override
    public String vendor() {
        return "anthropic";
    }

    @Override
    public WireRequest write(ChatRequest request, ModelProfile profile) {
        return new AnthropicRequest(request, profile).write();
    }

    @Override
    public AnswerReader reader(ChatRequest request) {
        return new AnthropicReader(request);
    }

    @Override
    public Optional<ModelLists> modelLists() {
        return Optional.of(new AnthropicModels());
    }

    @Override
    public Optional<Batches> batches() {
        return Optional.of(new AnthropicBatches());
    }

    @Override
    public Optional<TokenCounts> tokenCounts() {
        return Optional.of(new AnthropicTokens());
    }
}
