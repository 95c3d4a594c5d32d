package dev.assay.provider.openai;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.LlmException;
import dev.assay.provider.endpoint.Batches;
import dev.assay.provider.endpoint.Embeddings;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.endpoint.Moderations;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireRequest;
import dev.assay.settings.ApiKey;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** OpenAI chat completions as one server speaks them. */
public class OpenAiDialect implements WireDialect {
    private final URI baseUrl;
    private final Quirks quirks;
    private final AtomicBoolean asksForUsage;

    /** The protocol as it is spoken at an address. */
    public OpenAiDialect(URI baseUrl) {
        this(baseUrl, Map.of());
    }

    /**
     * The protocol as it is spoken at an address.
     *
     * @param settings in what the server differs from what is known of it, as {@link dev.assay.settings.Quirk} names it
     */
    public OpenAiDialect(URI baseUrl, Map<String, String> settings) {
        this.baseUrl = baseUrl;
        quirks = Quirks.of(baseUrl, settings);
        asksForUsage = new AtomicBoolean(quirks.asksForUsage());
    }

    @Override
    public Framing framing() {
        return Framing.SSE;
    }

    @Override
    public String chatPath(String basePath, ChatRequest request) {
        return quirks.isAzure() ? AzurePaths.chat(basePath, request.model().model()) : "chat/completions";
    }

    @Override
    public Map<String, String> chatQuery(ChatRequest request) {
        return quirks.isAzure() ? AzurePaths.query(baseUrl) : Map.of();
    }

    @Override
    public String modelsPath(String basePath) {
        return quirks.isAzure() ? AzurePaths.models(basePath) : "models";
    }

    @Override
    public Map<String, String> headers(ApiKey.Present key) {
        return quirks.isAzure() ? Map.of("api-key", key.secret()) : Map.of("Authorization", "Bearer " + key.secret());
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public String vendor() {
        return quirks.vendor();
    }

    @Override
    public WireRequest write(ChatRequest request, ModelProfile profile) {
        return new OpenAiRequest(request, quirks, profile).write(asksForUsage.get());
    }

    /** Some servers refuse to be asked for the usage of a stream; they are not asked again. */
    @Override
    public boolean learn(LlmException.Rejected refusal) {
        // Calls that were under way together are all refused, so what counts is what this one asked.
        boolean asked = refusal.detail().raw().request().contains("\"stream_options\":{");
        String said = refusal.detail().raw().response();
        boolean refuses = asked && (said.contains("stream_options") || said.contains("include_usage"));
        if (refuses) {
            asksForUsage.set(false);
        }
        return refuses;
    }

    @Override
    public AnswerReader reader(ChatRequest request) {
        return new OpenAiReader();
    }

    @Override
    public Optional<ModelLists> modelLists() {
        return Optional.of(new OpenAiModels(quirks.isAzure() ? AzurePaths.query(baseUrl) : Map.of()));
    }

    @Override
    public Optional<Embeddings> embeddings() {
        return Optional.of(new OpenAiEmbeddings(quirks, baseUrl));
    }

    /** Others that speak the protocol offer none, or one of their own. */
    @Override
    public Optional<Batches> batches() {
        return quirks.vendor().equals("openai") ? Optional.of(new OpenAiBatches("chat/completions")) : Optional.empty();
    }

    @Override
    public Optional<Moderations> moderations() {
        return OpenAiModerations.of(quirks.vendor());
    }
}
