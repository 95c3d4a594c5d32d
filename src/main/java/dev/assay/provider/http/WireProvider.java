package dev.assay.provider.http;

import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.settings.ProviderSettings;
import java.util.List;
import okhttp3.OkHttpClient;

/** A provider reached over HTTP in one of the wire protocols. Thread-safe. */
public final class WireProvider implements LlmProvider {
    private final ProviderSettings settings;
    private final WireDialect dialect;
    private final HttpTransport transport;
    private final OkHttpClient client;
    private final Endpoint endpoint;
    private final Secrets secrets;

    /**
     * A provider.
     *
     * @param settings where it is and how long to wait for it
     * @param dialect the protocol it speaks
     * @param transport the shared client
     */
    public WireProvider(ProviderSettings settings, WireDialect dialect, HttpTransport transport) {
        this.settings = settings;
        this.dialect = dialect;
        this.transport = transport;
        this.client = transport.clientFor(settings);
        this.endpoint = new Endpoint(settings, dialect);
        this.secrets = new Secrets(settings);
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        try {
            return send(request, dialect.write(request), listener);
        } catch (LlmException.Rejected refusal) {
            WireRequest simpler = dialect.simpler(request, refusal).orElseThrow(() -> refusal);
            return send(request, simpler, listener);
        }
    }

    @Override
    public List<ModelId> models() {
        return settings.models().stream()
                .map(model -> new ModelId(settings.name(), model))
                .toList();
    }

    private ChatResponse send(ChatRequest request, WireRequest wire, ChatListener listener) {
        String body = wire.body().toString();
        var http = endpoint.chat(request).post(new JsonBody(body));
        if (request.stream()) {
            // A compressed stream arrives in bursts, which spoils the time to the first token.
            http.header("Accept-Encoding", "identity");
        }
        var call = client.newCall(http.build());
        var failures = new CallFailures(request.model(), call, settings, secrets);
        try (var watch = new CallWatch(call, transport.watchTimer(), settings)) {
            var sent = new WireCall.SentBody(body, wire.adjustments(), secrets);
            return new WireCall(request, sent, call, watch, failures, dialect.reader())
                    .run(dialect.framing(), listener);
        }
    }
}
