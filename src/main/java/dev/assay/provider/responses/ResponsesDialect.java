package dev.assay.provider.responses;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.provider.endpoint.Batches;
import dev.assay.provider.endpoint.TokenCounts;
import dev.assay.provider.openai.OpenAiBatches;
import dev.assay.provider.openai.OpenAiDialect;
import dev.assay.provider.profile.Feature;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.WireRequest;
import dev.assay.settings.Quirk;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** OpenAI responses as one server speaks them. Keys, models and all else are those of its chat completions. */
public final class ResponsesDialect extends OpenAiDialect {
    private final AtomicBoolean asksForSummary;
    private final AtomicBoolean asksForReasoning = new AtomicBoolean(true);

    /** The protocol as it is spoken at an address. */
    public ResponsesDialect(URI baseUrl) {
        this(baseUrl, Map.of());
    }

    /**
     * The protocol as it is spoken at an address.
     *
     * @param settings in what the server differs from what is known of it, as {@link Quirk} names it
     */
    public ResponsesDialect(URI baseUrl, Map<String, String> settings) {
        super(baseUrl, settings);
        // Other hosts show reasoning unasked, or refuse to be asked.
        asksForSummary = new AtomicBoolean(
                Quirk.REASONING_SUMMARY.in(settings).map(Boolean::valueOf).orElse(ofOpenAi()));
    }

    @Override
    public String chatPath(String basePath, ChatRequest request) {
        return modelsPath(basePath).replaceFirst("models$", "responses");
    }

    /** The protocol has no fields for these. */
    @Override
    public ModelProfile limits() {
        return new ModelProfile(
                Map.of(Feature.TOP_K, false, Feature.SEED, false, Feature.STOP, false, Feature.PENALTIES, false),
                null,
                null,
                null,
                null,
                null);
    }

    @Override
    public WireRequest write(ChatRequest request, ModelProfile profile) {
        boolean keepsReasoning = ofOpenAi() && asksForReasoning.get() && profile.reasons() && mayGoOn(request);
        return new ResponsesRequest(request).write(asksForSummary.get(), keepsReasoning);
    }

    private boolean ofOpenAi() {
        return vendor().equals("openai") || vendor().equals("azure");
    }

    /** Reasoning matters later only where the conversation goes on: after a tool call, or as it did before. */
    private static boolean mayGoOn(ChatRequest request) {
        return !request.tools().isEmpty() || request.messages().stream().anyMatch(Message.Assistant.class::isInstance);
    }

    /**
     * OpenAI shows summaries to verified organisations only, and reasoning of some models only; who is refused once is
     * not asked again.
     */
    @Override
    public boolean learn(LlmException.Rejected refusal) {
        boolean asked = refusal.detail().raw().request().contains("\"summary\":\"auto\"");
        boolean refuses = asked && refusal.detail().raw().response().contains("summar");
        if (refuses) {
            asksForSummary.set(false);
        }
        boolean refusesReasoning = refusal.detail().raw().request().contains("\"include\":[")
                && refusal.detail().raw().response().toLowerCase(Locale.ROOT).contains("encrypted");
        if (refusesReasoning) {
            asksForReasoning.set(false);
        }
        return refuses || refusesReasoning;
    }

    /** Only OpenAI itself is known to count. */
    @Override
    public Optional<TokenCounts> tokenCounts() {
        return vendor().equals("openai") ? Optional.of(new ResponsesTokens()) : Optional.empty();
    }

    @Override
    public Optional<Batches> batches() {
        return super.batches().map(chat -> new OpenAiBatches("responses"));
    }

    @Override
    public AnswerReader reader(ChatRequest request) {
        return new ResponsesReader();
    }
}
