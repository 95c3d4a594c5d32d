package dev.assay.provider.openai;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.LlmException;
import dev.assay.provider.http.AnswerReader;
import dev.assay.provider.http.WireDialect;
import dev.assay.provider.http.WireRequest;
import dev.assay.settings.ApiKey;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** OpenAI chat completions as one server speaks them. */
public final class OpenAiDialect implements WireDialect {
    private final URI baseUrl;
    private final Quirks quirks;
    private final AtomicBoolean asksForUsage;

    /** The protocol as it is spoken at an address. */
    public OpenAiDialect(URI baseUrl) {
        this.baseUrl = baseUrl;
        quirks = Quirks.of(baseUrl);
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
    public WireRequest write(ChatRequest request) {
        return new OpenAiRequest(request, host).write(asksForUsage.get());
    }

    /** Some servers refuse to be asked for the usage of a stream; they are not asked again. */
    @Override
    public Optional<WireRequest> simpler(ChatRequest request, LlmException.Rejected refusal) {
        // Calls that were under way together are all refused, so what counts is what this one asked.
        boolean asked = refusal.detail().raw().request().contains("\"stream_options\":{");
        String said = refusal.detail().raw().response();
        if (!asked || !(said.contains("stream_options") || said.contains("include_usage"))) {
            return Optional.empty();
        }
        asksForUsage.set(false);
        return Optional.of(new OpenAiRequest(request, host).write(false));
    }

    @Override
    public AnswerReader reader() {
        return new OpenAiReader();
    }
}
