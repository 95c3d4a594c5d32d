package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A provider of one protocol, and the server that it asks. */
@Timeout(60)
abstract class ProviderHarness {
    static final String TEXT = "Good mörning 🌍";
    static final String KEY = "sk-secret-of-the-house";
    static final Duration LONG = Duration.ofSeconds(30);
    static final int CALLS_AT_ONCE = 12;

    final MockWebServer server = new MockWebServer();
    private final List<LlmGateway> gateways = new ArrayList<>();

    abstract Dialect dialect();

    abstract WireBodies bodies();

    /** The model that the bodies name, or null where the protocol names none. */
    @Nullable
    String answeringModel() {
        return "small-1";
    }

    /** An error body of the protocol. */
    abstract String error(String message);

    @BeforeEach
    void startTheServer() throws IOException {
        server.setServerSocketFactory(new PromptSockets());
        server.start();
    }

    @AfterEach
    void stopTheServer() {
        gateways.forEach(LlmGateway::close);
        server.close();
    }

    LlmGateway gateway(String url, Duration firstByte, Duration idle) {
        return gateway(url, KEY, firstByte, idle);
    }

    LlmGateway gateway(String url, String key, Duration firstByte, Duration idle) {
        var settings = new ProviderSettings(
                "house",
                dialect(),
                URI.create(url),
                new ApiKey.Present(key, "HOUSE_KEY"),
                Map.of(),
                List.of("small"),
                CALLS_AT_ONCE,
                LONG,
                firstByte,
                idle);
        var gateway = new LlmGateway(List.of(settings), Map.of());
        gateways.add(gateway);
        return gateway;
    }

    LlmGateway gateway() {
        return gateway(server.url("/").toString(), LONG, LONG);
    }

    static ChatRequest request(boolean stream) {
        return new ChatRequest(
                new ModelId("house", "small"),
                List.of(Message.of(Role.SYSTEM, "Be kind."), Message.of(Role.USER, "Greet the wörld.")),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                stream);
    }

    /** A body as the protocol puts it on the wire. */
    Buffer wire(ByteString body) {
        return new Buffer().write(body);
    }

    final Buffer wire(String body) {
        return wire(ByteString.encodeUtf8(body));
    }

    void enqueue(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(wire(body)).build());
    }

    ChatResponse chat(boolean stream) {
        return gateway().chat(request(stream), ChatListener.NONE);
    }

    <E extends RuntimeException> E failure(boolean stream, Class<E> kind) {
        E failure = catchThrowableOfType(kind, () -> chat(stream));
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).doesNotContain("\n").doesNotContain(KEY);
        return failure;
    }
}
