package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.provider.http.Reachability;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderCheckTest {
    private static final ApiKey KEY = new ApiKey.Present("sk-secret-of-the-house", "HOUSE_KEY");
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static ProviderSettings provider(Dialect dialect, String url, ApiKey key) {
        Duration time = Duration.ofSeconds(3);
        return new ProviderSettings("house", dialect, URI.create(url), key, Map.of(), List.of(), 1, time, time, time);
    }

    private Reachability check(Dialect dialect, ApiKey key) {
        var settings = provider(dialect, server.url("/v1").toString(), key);
        return ProviderCheck.run(List.of(settings)).getFirst().reachability();
    }

    private void enqueue(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    @Test
    void aProviderThatAnswersNamesItsModels() throws Exception {
        enqueue(200, "{\"data\":[{\"id\":\"small\"},{\"id\":\"large\"}]}");
        assertThat(check(Dialect.ANTHROPIC, KEY)).isEqualTo(new Reachability.Reached(List.of("small", "large")));
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/models?limit=1000");
        enqueue(200, "{\"models\":[{\"name\":\"llama\"}]}");
        assertThat(check(Dialect.OLLAMA, new ApiKey.None())).isEqualTo(new Reachability.Reached(List.of("llama")));
    }

    @Test
    void aKeyThatIsNotSetIsNamedWithoutACall() {
        assertThat(check(Dialect.OPENAI, new ApiKey.Missing("HOUSE_KEY")))
                .isEqualTo(new Reachability.KeyMissing("HOUSE_KEY", new ApiKey.Missing("HOUSE_KEY").mend()));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aRefusedKeyIsToldByItsVariableNeverByItself() {
        enqueue(401, "bad key sk-secret-of-the-house");
        Reachability found = check(Dialect.OPENAI, KEY);
        assertThat(found).isInstanceOf(Reachability.Failed.class);
        assertThat(found.toString()).contains("HTTP 401").contains("HOUSE_KEY").doesNotContain("sk-secret");
    }

    @Test
    void aServerThatSpeaksSomethingElseIsNotReached() {
        enqueue(200, "<html></html>");
        assertThat(check(Dialect.OPENAI, KEY).toString()).contains("did not answer with JSON");
        enqueue(404, "");
        assertThat(check(Dialect.OPENAI, KEY).toString()).contains("HTTP 404");
    }

    @Test
    void aServerThatIsNotThereDoesNotDisturbTheOthers() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        enqueue(200, "{}");
        List<ProviderHealth> found = ProviderCheck.run(List.of(
                provider(Dialect.OPENAI, "http://127.0.0.1:" + port, KEY),
                provider(Dialect.OPENAI, server.url("/v1").toString(), KEY)));
        assertThat(found.getFirst().reachability().toString()).contains("Is the server running?");
        assertThat(found.getLast().reachability()).isEqualTo(new Reachability.Reached(List.of()));
    }
}
