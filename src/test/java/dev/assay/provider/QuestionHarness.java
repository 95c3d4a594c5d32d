package dev.assay.provider;

import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A server that is asked other things than chat. */
@Timeout(60)
abstract class QuestionHarness {
    static final String KEY = "sk-secret-of-the-house";
    static final ModelId MODEL = new ModelId("house", "small");
    final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    ProviderSettings settings(Dialect dialect) {
        Duration time = Duration.ofSeconds(20);
        return new ProviderSettings(
                "house",
                dialect,
                server.url("/").uri(),
                new ApiKey.Present(KEY, "HOUSE_KEY"),
                Map.of(),
                List.of(),
                4,
                time,
                time,
                time);
    }

    <T> T ask(Dialect dialect, Function<LlmProvider, T> question) {
        try (var gateway = new LlmGateway(List.of(settings(dialect)), Map.of())) {
            return question.apply(gateway);
        }
    }

    void enqueue(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}
