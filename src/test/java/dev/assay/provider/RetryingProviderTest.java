package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.Adjustment;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.provider.http.HttpTransport;
import dev.assay.provider.http.WireProvider;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.settings.ApiKey;
import dev.assay.settings.CallLimits;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is made again, over a real server; the waits are noted instead of waited. */
@Timeout(60)
class RetryingProviderTest {
    private static final String GOOD = "{\"id\":\"1\",\"model\":\"small-1\",\"choices\":[{\"index\":0,\"message\":"
            + "{\"role\":\"assistant\",\"content\":\"Hello\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1,\"total_tokens\":4}}";
    private static final Duration TIME = Duration.ofSeconds(30);

    private final MockWebServer server = new MockWebServer();
    private final HttpTransport transport = new HttpTransport();
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void startTheServer() throws IOException {
        server.start();
    }

    @AfterEach
    void stopTheServer() {
        transport.close();
        server.close();
    }

    private ProviderSettings settings(int retries) {
        return new ProviderSettings(
                        "house",
                        Dialect.OPENAI,
                        server.url("/v1").uri(),
                        new ApiKey.None(),
                        Map.of(),
                        List.of(),
                        1,
                        TIME,
                        TIME,
                        TIME)
                .withLimits(new CallLimits(1, retries));
    }

    private ChatResponse chat(boolean stream, RetryingProvider.Pause pause) {
        ProviderSettings settings = settings(2);
        var wire = new WireProvider(settings, ProviderFactory.dialect(settings), ModelProfiles.bundled(), transport);
        return new RetryingProvider(new LimitedProvider(wire, 1), new Backoff(2, () -> 0), pause)
                .chat(request(stream), heard::add);
    }

    private ChatResponse chat() {
        return chat(false, waits::add);
    }

    private static ChatRequest request(boolean stream) {
        return new ChatRequest(
                new ModelId("house", "small"),
                List.of(Message.of(Role.USER, "Hello")),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                stream);
    }

    private void enqueue(int status, String body, String... headers) {
        var response = new MockResponse.Builder().code(status).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(response.build());
    }

    @Test
    void aCallThatFailsTwiceAndThenSucceedsIsOneAnswerThatTellsItsTries() {
        enqueue(500, "{}");
        enqueue(429, "{}");
        enqueue(200, GOOD);
        ChatResponse response = chat();
        assertThat(response.text()).isEqualTo("Hello");
        assertThat(response.usage().inputTokens()).isEqualTo(3);
        assertThat(response.adjustments())
                .containsExactly(new Adjustment("tries", "1", "3", "failed before: overloaded, rate_limited"));
        assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void afterTheLastTryItsFailureIsToldWithThoseBefore() {
        for (int i = 0; i < 4; i++) {
            enqueue(503, "{}");
        }
        assertThatThrownBy(this::chat)
                .isInstanceOfSatisfying(
                        LlmException.Overloaded.class,
                        failure -> assertThat(failure.getSuppressed())
                                .hasSize(2)
                                .allMatch(LlmException.Overloaded.class::isInstance));
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void theProvidersOwnWaitIsKept() {
        enqueue(429, "{}", "retry-after", "7");
        enqueue(429, "{}", "retry-after-ms", "1500");
        enqueue(200, GOOD);
        chat();
        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofMillis(1500));
    }

    @Test
    void aWaitOfMoreThanTwoMinutesIsToldInsteadOfMade() {
        enqueue(429, "{}", "retry-after", "180");
        enqueue(200, GOOD);
        assertThatThrownBy(this::chat).hasMessageContaining("Try again in 3m");
        assertThat(waits).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whatCannotSucceedIsNotMadeAgain() {
        enqueue(401, "{}");
        assertThatThrownBy(this::chat).isInstanceOf(LlmException.Unauthorized.class);
        enqueue(429, "{\"error\":{\"code\":\"insufficient_quota\"}}");
        assertThatThrownBy(this::chat).isInstanceOf(LlmException.RateLimited.class);
        assertThat(waits).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aStreamThatHasShownTextIsNotMadeAgain() {
        enqueue(200, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\n");
        enqueue(200, GOOD);
        assertThatThrownBy(() -> chat(true, waits::add)).isInstanceOf(LlmException.Unreachable.class);
        assertThat(heard).containsExactly("Hel");
        assertThat(waits).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void interruptingTheWaitCancelsTheCall() {
        enqueue(500, "{}");
        var never = new CountDownLatch(1);
        assertThatThrownBy(() -> chat(false, wait -> {
                    Thread.currentThread().interrupt();
                    never.await();
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void theGatewayMakesAsManyTriesAsTheSettingsSay() {
        enqueue(429, "{}", "retry-after-ms", "1");
        enqueue(200, GOOD);
        try (var gateway = new LlmGateway(List.of(settings(1)), Map.of())) {
            assertThat(gateway.chat(request(false), ChatListener.NONE).text()).isEqualTo("Hello");
        }
    }

    @Test
    void waitsDoubleUpToEightSecondsAndAreShortenedByChance() {
        var failure = new LlmException.Overloaded("busy", LlmException.Detail.of(new ModelId("house", "small")));
        var backoff = new Backoff(9, () -> 0);
        assertThat(List.of(0, 1, 2, 3, 4, 5, 8))
                .map(failed -> backoff.before(failure, failed).orElseThrow().toMillis())
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L);
        assertThat(new Backoff(9, () -> 0.5).before(failure, 0)).contains(Duration.ofMillis(438));
        assertThat(backoff.before(failure, 9)).isEmpty();
    }
}
