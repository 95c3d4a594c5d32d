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
import org.junit.jupiter.api.Test;

class LocalServersTest {
    private static ProviderSettings server(String name, String url) {
        Duration time = Duration.ofSeconds(3);
        return new ProviderSettings(
                name, Dialect.OPENAI, URI.create(url), new ApiKey.None(), Map.of(), List.of(), 1, time, time, time);
    }

    @Test
    void aServerThatRunsIsToldWithItsModelsAndOthersAreNot() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (var running = new MockWebServer()) {
            running.start();
            running.enqueue(new MockResponse.Builder()
                    .body("{\"data\":[{\"id\":\"qwen\"}]}")
                    .build());
            List<ProviderHealth> found = LocalServers.among(List.of(
                    server("here", "http://127.0.0.1:" + running.getPort() + "/v1"),
                    server("gone", "http://127.0.0.1:" + closed + "/v1"),
                    server("elsewhere", "http://models.example/v1")));
            assertThat(found).extracting(ProviderHealth::name).containsExactly("here");
            assertThat(found.getFirst().reachability()).isEqualTo(new Reachability.Reached(List.of("qwen")));
        }
    }
}
