package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.LlmException;
import dev.assay.llm.Usage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider that is reached over HTTP does, whatever its protocol. */
@Timeout(60)
abstract class LlmProviderContract extends AnswerBodyContract {
    @Test
    void aWholeAnswerIsRead() throws Exception {
        enqueue(200, bodies().whole());
        var heard = new ArrayList<String>();
        ChatResponse response = gateway().chat(request(false), heard::add);
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.usage().inputTokens()).isEqualTo(21);
        assertThat(response.usage().outputTokens()).isEqualTo(5);
        assertThat(response.responseModel()).isEqualTo(answeringModel());
        assertThat(response.latency().timeToFirstToken()).isNull();
        assertThat(response.raw().response()).isEqualTo(bodies().whole());
        assertThat(heard).isEmpty();
        RecordedRequest sent = server.takeRequest();
        assertThat(response.raw().request()).isEqualTo(sent.getBody().utf8());
        assertThat(sent.getHeaders().toMultimap().toString()).contains(KEY);
        assertThat(response.toString()).doesNotContain(KEY);
    }

    @Test
    void aStreamIsHeardAndRead() throws Exception {
        enqueue(200, bodies().stream());
        var heard = new ArrayList<String>();
        ChatResponse response = gateway().chat(request(true), heard::add);
        assertThat(heard).hasSizeGreaterThan(1);
        assertThat(String.join("", heard)).isEqualTo(TEXT).isEqualTo(response.text());
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.usage().inputTokens()).isEqualTo(21);
        assertThat(response.usage().outputTokens()).isEqualTo(5);
        assertThat(response.latency().timeToFirstByte()).isNotNull();
        assertThat(response.latency().timeToFirstToken()).isNotNull();
        assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRefusalIsToldFromAnAnswerAndKeepsItsText(boolean stream) {
        String whole = stream ? bodies().stream() : bodies().whole();
        String declined = bodies().declined(whole);
        assumeFalse(declined.equals(whole), "this protocol has no word for it");
        enqueue(200, declined);
        ChatResponse response = chat(stream);
        assertThat(response.finishReason()).isIn(FinishReason.REFUSAL, FinishReason.CONTENT_FILTER);
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.usage().outputTokens()).isEqualTo(5);
    }

    @Test
    void usageThatIsNotReportedIsUnknownNotZero() {
        enqueue(200, bodies().streamWithoutUsage());
        ChatResponse response = chat(true);
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.usage()).isEqualTo(Usage.UNKNOWN);
    }

    /** The server breaks off in the middle of a body, so what is to arrive is half of it. */
    private Buffer twiceAsLong(String text) {
        Buffer body = wire(text);
        return body.writeUtf8("x".repeat((int) body.size()));
    }

    @Test
    void aLostConnectionKeepsTheTextThatHadArrived() {
        server.enqueue(new MockResponse.Builder()
                .body(twiceAsLong(bodies().beginning()))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        var failure = failure(true, LlmException.Unreachable.class);
        assertThat(failure.detail().partialText()).isEqualTo("Good");
        assertThat(failure.getMessage()).contains("lost before the answer was complete");
    }

    @Test
    void anErrorInsideAStreamIsAFailureWithTheTextKept() {
        enqueue(200, bodies().streamWithError());
        var failure = failure(true, LlmException.Overloaded.class);
        assertThat(failure.detail().partialText()).isEqualTo("Good");
        assertThat(failure.getMessage()).contains("in the middle of the answer").contains("quite busy");
    }

    @Test
    void anErrorInAWholeAnswerIsAFailure() {
        enqueue(200, error("something broke"));
        assertThat(failure(false, LlmException.class).getMessage()).contains("something broke");
    }

    @ParameterizedTest
    @CsvSource({
        "400, Rejected, false, the request was refused (HTTP 400): no can do.",
        "401, Unauthorized, false, Check the key in the environment variable HOUSE_KEY",
        "403, Unauthorized, false, Check the key in the environment variable HOUSE_KEY",
        "402, RateLimited, false, billing page",
        "404, Rejected, false, nothing answers at http",
        "307, Rejected, false, redirects elsewhere",
        "408, Overloaded, true, Try again later",
        "422, Rejected, false, no can do",
        "429, RateLimited, true, too many calls (HTTP 429)",
        "500, Overloaded, true, the provider is in trouble (HTTP 500)",
        "529, Overloaded, true, the provider is in trouble (HTTP 529)"
    })
    void anErrorStatusBecomesOneClearLine(int status, String kind, boolean retriable, String words) {
        for (boolean stream : new boolean[] {false, true}) {
            enqueue(status, error("no can\n do"));
            var failure = failure(stream, LlmException.class);
            assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(failure.isRetriable()).isEqualTo(retriable);
            assertThat(failure.getMessage())
                    .startsWith("house/small: ")
                    .contains(words)
                    .contains("no can do");
            assertThat(failure.detail().httpStatus()).isEqualTo(status);
        }
        assertThat(server.getRequestCount()).as("nothing is repeated in secret").isEqualTo(2);
    }

    @Test
    void theNameUnderWhichSupportFindsTheCallIsKept() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("CF-Ray", "ray-1")
                .addHeader("X-Request-Id", "req-1")
                .body(bodies().whole())
                .build());
        assertThat(chat(false).raw().requestId()).isEqualTo("req-1");
        server.enqueue(new MockResponse.Builder()
                .addHeader("CF-Ray", "ray-2")
                .body(wire(bodies().upTo("mörning")))
                .build());
        assertThat(failure(true, LlmException.Unreachable.class).detail().raw().requestId())
                .isEqualTo("ray-2");
        server.enqueue(new MockResponse.Builder()
                .code(500)
                .addHeader("request-id", "req-3 " + KEY)
                .body(error("oh"))
                .build());
        assertThat(failure(true, LlmException.Overloaded.class).getMessage())
                .contains("support finds the call as req-3 ***");
        enqueue(200, bodies().whole());
        assertThat(chat(false).raw().requestId()).isNull();
    }

    @Test
    void anUnknownModelIsToldFromAWrongAddress() {
        enqueue(404, error("model 'small' not found"));
        assertThat(failure(false, LlmException.UnknownModel.class).getMessage())
                .contains("the model is not known at " + server.url("/"))
                .contains("Check the model's name");
    }

    @Test
    void aPromptThatIsTooLongIsToldFromOtherRefusals() {
        enqueue(400, error("prompt is too long: 9 tokens > 8 maximum"));
        assertThat(failure(false, LlmException.ContextTooLong.class).getMessage())
                .contains("Shorten the prompt");
    }

    @Test
    void aKeyThatTheServerRepeatsIsHidden() {
        enqueue(401, error("the key " + KEY + " is wrong"));
        var failure = failure(false, LlmException.Unauthorized.class);
        assertThat(failure.getMessage()).contains("the key *** is wrong");
        assertThat(failure.detail().raw().response()).doesNotContain(KEY);
    }

    @Test
    void aKeyThatIsSplitOverTheChunksOfAStreamIsNotHeard() {
        enqueue(200, bodies().stream());
        var heard = new ArrayList<String>();
        String key = TEXT.substring(0, 6);
        ChatResponse response =
                gateway(server.url("/").toString(), key, LONG, LONG).chat(request(true), heard::add);
        assertThat(String.join("", heard)).isEqualTo("***" + TEXT.substring(6)).isEqualTo(response.text());
    }

    @Test
    void theWaitThatAProviderAsksForIsRead() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "1.5")
                .body(error("slow down"))
                .build());
        var failure = failure(false, LlmException.RateLimited.class);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMillis(1500));
        assertThat(failure.getMessage()).contains("Try again in 1500ms");
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port + "/";
        assertThatThrownBy(() -> gateway(url, LONG, LONG).chat(request(false), ChatListener.NONE))
                .isInstanceOf(LlmException.Unreachable.class)
                .hasMessageContaining("cannot reach " + url)
                .hasMessageContaining("Is the server running?");
    }

    @Test
    void aSilentServerIsGivenUp() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        LlmGateway gateway = gateway(server.url("/").toString(), Duration.ofMillis(50), LONG);
        assertThatThrownBy(() -> gateway.chat(request(true), ChatListener.NONE))
                .isInstanceOf(LlmException.TimedOut.class)
                .hasMessageContaining("no answer within 50ms (timeouts.firstByte)");
    }

    @Test
    void aStreamThatFallsSilentIsGivenUpWithTheTextKept() {
        server.enqueue(new MockResponse.Builder()
                .body(twiceAsLong(bodies().beginning()))
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
        LlmGateway gateway = gateway(server.url("/").toString(), Duration.ofHours(1), Duration.ofMillis(50));
        var failure =
                catchThrowableOfType(LlmException.TimedOut.class, () -> gateway.chat(request(true), ChatListener.NONE));
        assertThat(failure).hasMessageContaining("silent for 50ms");
        assertThat(failure.detail().partialText()).isEqualTo("Good");
    }

    @Test
    void interruptingTheCallClosesTheConnection() throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var started = new CountDownLatch(1);
            var thrown = new AtomicReference<RuntimeException>();
            LlmGateway gateway = gateway("http://127.0.0.1:" + listening.getLocalPort() + "/", LONG, LONG);
            Thread caller = Thread.startVirtualThread(() -> {
                try {
                    gateway.chat(request(true), delta -> started.countDown());
                } catch (CancelledException e) {
                    thrown.set(e);
                }
            });
            try (Socket socket = listening.accept()) {
                socket.setSoTimeout((int) LONG.toMillis());
                String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
                byte[] half = wire(bodies().beginning()).readByteArray();
                var out = socket.getOutputStream();
                out.write((head + Integer.toHexString(half.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(half);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                assertThat(started.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
                caller.interrupt();
                assertThat(endOf(socket)).as("end of the request's stream").isEqualTo(-1);
            }
            assertThat(caller.join(LONG)).isTrue();
            assertThat(thrown.get()).isInstanceOf(CancelledException.class);
            assertThat(((CancelledException) thrown.get()).partialText()).isEqualTo("Good");
        }
    }

    @Test
    void interruptingACallThatStillWaitsForItsAnswerCancelsIt() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        LlmGateway gateway = gateway();
        var thrown = new AtomicReference<RuntimeException>();
        Thread caller = Thread.startVirtualThread(() -> {
            try {
                gateway.chat(request(false), ChatListener.NONE);
            } catch (CancelledException | LlmException e) {
                thrown.set(e);
            }
        });
        server.takeRequest();
        caller.interrupt();
        assertThat(caller.join(LONG)).isTrue();
        assertThat(thrown.get()).isInstanceOf(CancelledException.class);
    }

    /** Reads to the end of what the other side sends; its reset is an end too. A timeout fails. */
    private static int endOf(Socket socket) throws IOException {
        int next;
        try {
            do {
                next = socket.getInputStream().read();
            } while (next >= 0);
        } catch (java.net.SocketException reset) {
            return -1;
        }
        return next;
    }

    @Test
    void manyCallsAreInFlightAtOnce() throws Exception {
        var barrier = new CyclicBarrier(CALLS_AT_ONCE);
        String whole = bodies().whole();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                try {
                    barrier.await(LONG.toSeconds(), TimeUnit.SECONDS);
                    return new MockResponse.Builder().body(whole).build();
                } catch (java.util.concurrent.BrokenBarrierException | java.util.concurrent.TimeoutException e) {
                    return new MockResponse.Builder().code(500).build();
                }
            }
        });
        LlmGateway gateway = gateway();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<java.util.concurrent.Future<ChatResponse>>();
            for (int i = 0; i < CALLS_AT_ONCE; i++) {
                answers.add(executor.submit(() -> gateway.chat(request(false), ChatListener.NONE)));
            }
            for (var answer : answers) {
                assertThat(answer.get().text()).isEqualTo(TEXT);
            }
        }
    }

    @Test
    void aSlowListenerIsNotTakenForASilentServer() {
        server.enqueue(new MockResponse.Builder()
                .body(wire(bodies().stream()))
                .throttleBody(16, 1, TimeUnit.MILLISECONDS)
                .build());
        LlmGateway gateway = gateway(server.url("/").toString(), LONG, Duration.ofMillis(200));
        var never = new CountDownLatch(1);
        ChatResponse response = gateway.chat(request(true), text -> {
            try {
                assertThat(never.await(500, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(response.text()).isEqualTo(TEXT);
    }

    @Test
    void aListenerThatFailsEndsTheCallAndTheNextOneGoesThrough() {
        LlmGateway gateway = gateway();
        for (int i = 0; i <= CALLS_AT_ONCE; i++) {
            enqueue(200, bodies().stream());
            assertThatThrownBy(() -> gateway.chat(request(true), text -> {
                        throw new IllegalStateException("deaf");
                    }))
                    .hasMessage("deaf");
        }
        enqueue(200, bodies().stream());
        assertThat(gateway.chat(request(true), ChatListener.NONE).text()).isEqualTo(TEXT);
    }

    @Test
    void aConnectionIsUsedAgainAfterAStream() throws Exception {
        LlmGateway gateway = gateway();
        for (int i = 0; i < 2; i++) {
            enqueue(200, bodies().stream());
            gateway.chat(request(true), ChatListener.NONE);
        }
        assertThat(server.takeRequest().getConnectionIndex())
                .isEqualTo(server.takeRequest().getConnectionIndex());
    }

    @Test
    void aKeyIsHiddenAlsoWhereALongMessageIsCutWithinIt() {
        enqueue(400, error("x".repeat(290) + " " + KEY));
        assertThat(failure(false, LlmException.Rejected.class).getMessage()).doesNotContain(KEY.substring(0, 6));
    }
}
