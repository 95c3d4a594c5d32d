package dev.assay.provider.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.llm.Attempt;
import dev.assay.llm.CallWait;
import dev.assay.llm.CallWait.Cause;
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
import dev.assay.provider.LlmGateway;
import dev.assay.provider.connection.HttpTransport;
import dev.assay.provider.http.WireProvider;
import dev.assay.provider.openai.OpenAiDialect;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.settings.ApiKey;
import dev.assay.settings.CallLimits;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import dev.assay.settings.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is made again, over a real server; the waits are noted instead of waited. */
@Timeout(60)
class ResilientProviderTest {
    private static final String GOOD = "{\"id\":\"1\",\"model\":\"small-1\",\"choices\":[{\"index\":0,\"message\":"
            + "{\"role\":\"assistant\",\"content\":\"Hello\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1,\"total_tokens\":4}}";
    private static final Duration TIME = Duration.ofSeconds(30);

    private final MockWebServer server = new MockWebServer();
    private final HttpTransport transport = new HttpTransport();
    private final ManualTime time = new ManualTime();
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

    private ChatResponse chat(ProviderSettings settings, boolean stream, ManualTime time) {
        return chat(settings, stream, time, heard::add);
    }

    private ChatResponse chat(ProviderSettings settings, boolean stream, ManualTime time, ChatListener listener) {
        var wire =
                new WireProvider(settings, new OpenAiDialect(settings.baseUrl()), ModelProfiles.bundled(), transport);
        var tries = new Tries(
                new CallQueue(new CallLimits(1, 2), time),
                new CircuitBreaker(time, true),
                new Backoff(2, () -> 0),
                settings.timeouts(),
                time);
        return new ResilientProvider(wire, tries).chat(request(stream), listener);
    }

    private ChatResponse chat(boolean stream) {
        return chat(settings(2), stream, time);
    }

    private ChatResponse chat() {
        return chat(false);
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
        assertThat(response.adjustments()).isEmpty();
        assertThat(response.failedAttempts())
                .map(Attempt::errorType, Attempt::waited)
                .containsExactly(
                        tuple("overloaded", Duration.ofMillis(500)), tuple("rate_limited", Duration.ofSeconds(1)));
        assertThat(response.failedAttempts().getFirst().message()).contains("HTTP 500");
        assertThat(time.pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void afterTheLastTryItsFailureIsToldWithThoseBefore() {
        for (int i = 0; i < 4; i++) {
            enqueue(503, "{}");
        }
        assertThatThrownBy(this::chat)
                .isInstanceOfSatisfying(
                        LlmException.Overloaded.class,
                        failure -> assertThat(failure.detail().failedAttempts())
                                .hasSize(2)
                                .allMatch(attempt -> attempt.errorType().equals("overloaded")));
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void aPauseBeforeAnotherTryIsToldWhileItLasts() {
        enqueue(429, "{}", "retry-after", "7");
        enqueue(500, "{}");
        enqueue(200, GOOD);
        var told = new ToldWaits();
        chat(settings(2), false, time, told);
        var model = new ModelId("house", "small");
        assertThat(told.events)
                .containsExactly(
                        new CallWait(model, Cause.SERVER_LIMIT, Duration.ofSeconds(7)),
                        "over",
                        new CallWait(model, Cause.RETRY, Duration.ofSeconds(1)),
                        "over");
    }

    @Test
    void theProvidersOwnWaitIsKept() {
        enqueue(429, "{}", "retry-after", "7");
        enqueue(429, "{}", "retry-after-ms", "1500");
        enqueue(200, GOOD);
        chat();
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofMillis(1500));
    }

    @Test
    void aWaitOfMoreThanTwoMinutesIsToldInsteadOfMade() {
        enqueue(429, "{}", "retry-after", "180");
        enqueue(200, GOOD);
        assertThatThrownBy(this::chat).hasMessageContaining("Try again in 3m");
        assertThat(time.pauses).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whatCannotSucceedIsNotMadeAgain() {
        enqueue(401, "{}");
        assertThatThrownBy(this::chat).isInstanceOf(LlmException.Unauthorized.class);
        enqueue(429, "{\"error\":{\"code\":\"insufficient_quota\"}}");
        assertThatThrownBy(this::chat).isInstanceOf(LlmException.RateLimited.class);
        assertThat(time.pauses).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aStreamThatHasShownTextIsNotMadeAgain() {
        enqueue(200, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\n");
        enqueue(200, GOOD);
        assertThatThrownBy(() -> chat(true)).isInstanceOf(LlmException.Unreachable.class);
        assertThat(heard).containsExactly("Hel");
        assertThat(time.pauses).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void interruptingTheWaitCancelsTheCall() {
        enqueue(500, "{}");
        time.interruptsPauses = true;
        assertThatThrownBy(this::chat).isInstanceOf(CancelledException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aServerInTroubleThatSaysWhenToComeBackIsBelieved() {
        enqueue(503, "{}", "retry-after", "3");
        enqueue(200, GOOD);
        chat();
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void theServersWordOnAnotherTryOverrulesTheStatus() {
        enqueue(500, "{}", "x-should-retry", "false");
        assertThatThrownBy(this::chat).isInstanceOf(LlmException.Overloaded.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
        enqueue(400, "{}", "x-should-retry", "true");
        enqueue(200, GOOD);
        assertThat(chat().text()).isEqualTo("Hello");
        enqueue(429, "{\"error\":{\"code\":\"insufficient_quota\"}}", "x-should-retry", "true");
        assertThatThrownBy(this::chat).isInstanceOf(LlmException.RateLimited.class);
    }

    @Test
    void noFurtherTryIsBegunAfterTheLongestSilenceThatIsBorne() {
        enqueue(500, "{}");
        enqueue(200, GOOD);
        time.passesAtEachLook = TIME;
        assertThatThrownBy(this::chat).isInstanceOf(LlmException.Overloaded.class);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void theTotalTimeEndsACallWhoseServerIsAliveButSlow() {
        server.enqueue(new MockResponse.Builder()
                .body(GOOD)
                .throttleBody(1, 10, TimeUnit.MILLISECONDS)
                .build());
        ProviderSettings hurried = settings(2).withTimeouts(new Timeouts(TIME, TIME, TIME, Duration.ofMillis(200)));
        assertThatThrownBy(() -> chat(hurried, false, time))
                .isInstanceOf(LlmException.TimedOut.class)
                .hasMessageContaining("not complete within 200ms (timeouts.total)");
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
