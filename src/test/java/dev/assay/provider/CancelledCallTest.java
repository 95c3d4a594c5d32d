package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.AssayException;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.settings.ApiKey;
import dev.assay.settings.CallLimits;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cancelling ends a call at once, wherever it stands. All time limits are longer than the test may take. */
@Timeout(60)
class CancelledCallTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final byte[] HEAD = ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
                    + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word \"}}]}\n\n")
            .getBytes(StandardCharsets.UTF_8);
    private static final String BUSY =
            "HTTP/1.1 429 Busy\r\nRetry-After: 100\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private LlmGateway gateway(String scheme, int retries) {
        URI url = URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/v1");
        return new LlmGateway(
                List.of(new ProviderSettings(
                                "house",
                                Dialect.OPENAI,
                                url,
                                new ApiKey.None(),
                                Map.of(),
                                List.of(),
                                1,
                                LONG,
                                LONG,
                                LONG)
                        .withLimits(new CallLimits(1, retries))),
                Map.of());
    }

    /** A call on a thread of its own. */
    private static final class Running {
        private final CompletableFuture<ChatResponse> answer = new CompletableFuture<>();
        private final CountDownLatch text = new CountDownLatch(1);
        private final Thread thread;

        Running(LlmGateway gateway) {
            var request = new ChatRequest(
                    new ModelId("house", "small"),
                    List.of(Message.of(Role.USER, "Count")),
                    ModelParameters.DEFAULTS,
                    ResponseFormat.TEXT,
                    true);
            thread = Thread.startVirtualThread(() -> {
                try {
                    answer.complete(gateway.chat(request, delta -> text.countDown()));
                } catch (AssayException e) {
                    answer.completeExceptionally(e);
                }
            });
        }

        void cancel() {
            thread.interrupt();
            assertThatThrownBy(answer::get).hasCauseInstanceOf(CancelledException.class);
        }
    }

    @Test
    void theServerSeesTheConnectionCloseWhileItStillHasWordsToSend() throws Exception {
        try (var gateway = gateway("http", 0)) {
            var call = new Running(gateway);
            try (Socket connection = server.accept()) {
                connection.getOutputStream().write(HEAD);
                call.text.await();
                call.cancel();
                awaitClose(connection);
            }
        }
    }

    @Test
    void aTlsHandshakeThatNobodyAnswersEnds() throws Exception {
        try (var gateway = gateway("https", 0)) {
            var call = new Running(gateway);
            try (Socket connection = server.accept()) {
                assertThat(connection.getInputStream().read()).isEqualTo(0x16);
                call.cancel();
                awaitClose(connection);
            }
        }
    }

    @Test
    void aCallThatWaitsForItsTurnEndsAndTheOneBeforeItGoesOn() throws Exception {
        try (var gateway = gateway("http", 0)) {
            var first = new Running(gateway);
            try (Socket connection = server.accept()) {
                connection.getOutputStream().write(HEAD);
                first.text.await();
                var second = new Running(gateway);
                while (second.thread.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
                second.cancel();
                assertThat(second.answer.exceptionNow()).hasMessageContaining("before it began");
                connection.getOutputStream().write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
                assertThat(first.answer.get().text()).isEqualTo("word ");
            }
        }
    }

    @Test
    void aCallThatWaitsForAnotherTryEnds() throws Exception {
        try (var gateway = gateway("http", 1)) {
            var call = new Running(gateway);
            try (Socket connection = server.accept()) {
                connection.getOutputStream().write(BUSY.getBytes(StandardCharsets.UTF_8));
                awaitClose(connection);
                while (call.thread.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                call.cancel();
                assertThat(call.answer.exceptionNow()).hasMessageContaining("waited for another try");
            }
        }
    }

    @Test
    void aConnectionThatNobodyTakesEnds() throws Exception {
        server.close();
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try (var one = new Socket(server.getInetAddress(), server.getLocalPort());
                var two = new Socket(server.getInetAddress(), server.getLocalPort());
                var gateway = gateway("http", 0)) {
            var call = new Running(gateway);
            while (call.thread.getState() == Thread.State.NEW || call.thread.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
            call.cancel();
            assertThat(one.isConnected() && two.isConnected()).isTrue();
        }
    }

    /** Returns once the client has closed the connection, politely or not. */
    private static void awaitClose(Socket connection) {
        try {
            connection.getInputStream().readAllBytes();
        } catch (IOException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }
}
