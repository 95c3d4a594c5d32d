package dev.assay.provider.http;

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
import dev.assay.provider.failure.RefusedParameter;
import dev.assay.provider.failure.Secrets;
import dev.assay.provider.profile.FittedRequest;
import dev.assay.provider.profile.LearnedProfiles;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.provider.wire.JsonBody;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireRequest;
import dev.assay.settings.ProviderSettings;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/** A provider reached over HTTP in one of the wire protocols. Thread-safe. */
public final class WireProvider implements LlmProvider {
    private final ProviderSettings settings;
    private final WireDialect dialect;
    private final HttpTransport transport;
    private final OkHttpClient client;
    private final Endpoint endpoint;
    private final WireQuestions questions;
    private final ModelProfiles profiles;
    private final LearnedProfiles learned = new LearnedProfiles();

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
        this.transport = transport;
        this.client = transport.clientFor(settings);
        this.endpoint = new Endpoint(settings, dialect);
        this.questions = new WireQuestions(settings, dialect, transport, client);
        this.profiles = profiles;
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        Written written = write(request);
        try {
            return send(written.request(), written.wire(), listener);
        } catch (LlmException.Rejected refusal) {
            Written again = learns(request.model(), refusal) ? write(request) : written;
            if (again.wire().body().equals(written.wire().body())) {
                throw refusal;
            }
            return send(again.request(), again.wire(), listener);
        }
    }

    /** A request as it is sent. */
    private record Written(ChatRequest request, WireRequest wire) {}

    /** Whether the refusal names something that can be left out, which is remembered. */
    private boolean learns(ModelId model, LlmException.Rejected refusal) {
        return dialect.learn(refusal)
                || RefusedParameter.in(refusal)
                        .filter(parameter -> learned.learn(model, parameter))
                        .isPresent();
    }

    private Written write(ChatRequest asked) {
        ModelId model = asked.model();
        ModelProfile profile =
                learned.over(profiles.of(model, dialect.vendor()), model).overriddenBy(dialect.limits());
        FittedRequest fitted = profile.fit(asked);
        WireRequest wire = dialect.write(fitted.request(), profile);
        var adjustments = new ArrayList<>(fitted.adjustments());
        adjustments.addAll(wire.adjustments());
        return new Written(fitted.request(), new WireRequest(wire.body(), adjustments));
    }

    @Override
    public List<ModelId> models() {
        return settings.models().stream()
                .map(model -> new ModelId(settings.name(), model))
                .toList();
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
        Written written = write(request);
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
        var call = client.newCall(endpoint.signed(http, body));
        // Asked for each time, as keys that are found elsewhere may be replaced.
        var secrets = new Secrets(settings, dialect.secrets());
        var failures = new CallFailures(request.model(), call, settings, secrets);
        try (var watch = new CallWatch(call, transport.watchTimer(), settings)) {
            var sent = new WireCall.SentBody(body, wire.adjustments(), secrets);
            return new WireCall(request, sent, call, watch, failures, dialect.reader(request))
                    .run(dialect.framing(), listener);
        }
    }
}
