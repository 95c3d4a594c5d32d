package dev.assay.provider.http;

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
import dev.assay.provider.connection.HttpTransport;
import dev.assay.provider.http.RequestWriter.Written;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.provider.wire.JsonBody;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireRequest;
import dev.assay.settings.ProviderSettings;
import java.util.List;
import java.util.Optional;

/** A provider reached over HTTP in one of the wire protocols. Thread-safe. */
public final class WireProvider implements LlmProvider {
    private final ProviderSettings settings;
    private final WireDialect dialect;
    private final JsonCalls calls;
    private final Endpoint endpoint;
    private final WireQuestions questions;
    private final RequestWriter writer;
    private final Optional<ChatBatches> batches;

    /**
     * A provider.
     *
     * @param settings where it is and how long to wait for it
     * @param dialect the protocol it speaks
     * @param profiles what is known of models
     * @param transport the shared client
     */
    public WireProvider(
            ProviderSettings settings, WireDialect dialect, ModelProfiles profiles, HttpTransport transport) {
        this.settings = settings;
        this.dialect = dialect;
        this.endpoint = new Endpoint(settings, dialect);
        this.calls = new JsonCalls(settings, dialect, transport, transport.clientFor(settings));
        this.questions = new WireQuestions(calls, endpoint);
        this.writer = new RequestWriter(dialect, profiles);
        this.batches = dialect.batches().map(offered -> new WireBatches(offered, calls, endpoint, writer));
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        Written written = writer.write(request);
        try {
            return send(written.request(), written.wire(), listener);
        } catch (LlmException.Rejected refusal) {
            Written again = writer.learns(request.model(), refusal) ? writer.write(request) : written;
            if (again.wire().body().equals(written.wire().body())) {
                throw refusal;
            }
            return send(again.request(), again.wire(), listener);
        }
    }

    @Override
    public List<ModelId> models() {
        return settings.models().stream()
                .map(model -> new ModelId(settings.name(), model))
                .toList();
    }

    @Override
    public Optional<ChatBatches> batches(ModelId model) {
        return batches;
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        return questions.embed(request);
    }

    @Override
    public Moderation moderate(ModelId model, String text) {
        return questions.moderate(model, text);
    }

    @Override
    public long countTokens(ChatRequest request) {
        Written written = writer.write(request);
        return questions.countTokens(written.request(), written.wire().body());
    }

    @Override
    public List<ModelInfo> listModels(String provider) {
        return questions.listModels();
    }

    private ChatResponse send(ChatRequest request, WireRequest wire, ChatListener listener) {
        String body = wire.body().toString();
        var http = endpoint.chat(request).post(new JsonBody(body));
        // A compressed stream arrives in bursts, which spoils the time to the first token.
        http.header("Accept-Encoding", request.stream() ? "identity" : "gzip");
        var sent = new WireCall.SentBody(body, wire.adjustments(), calls.secrets());
        return calls.make(
                request.model(),
                endpoint.signed(http, body),
                (call, watch, failures) -> new WireCall(request, sent, call, watch, failures, dialect.reader(request))
                        .run(dialect.framing(), listener));
    }
}
