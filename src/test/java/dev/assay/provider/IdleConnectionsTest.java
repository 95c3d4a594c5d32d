package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ChatListener;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IdleConnectionsTest {
    private static final int CALLS = 3;
    private static final Duration TIME = Duration.ofSeconds(30);

    @Test
    void aConnectionThatTheServerClosedWhileItLayIdleIsNotUsedAgain() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var settings = new ProviderSettings(
                    "house",
                    Dialect.OPENAI,
                    URI.create("http://127.0.0.1:" + server.getLocalPort()),
                    new ApiKey.None(),
                    Map.of(),
                    List.of(),
                    1,
                    TIME,
                    TIME,
                    TIME);
            try (var gateway = new LlmGateway(List.of(settings), Map.of())) {
                for (int i = 0; i < CALLS; i++) {
                    var closed = threads.submit(() -> answerAndClose(server));
                    assertThat(gateway.chat(LlmProviderContract.request(false), ChatListener.NONE)
                                    .text())
                            .isEqualTo(LlmProviderContract.TEXT);
                    closed.get();
                }
            }
        }
    }

    /** Answers one request as if the connection were to be kept, and closes it nevertheless. */
    private static Void answerAndClose(ServerSocket server) throws IOException {
        byte[] body = new WireBodies(Dialect.OPENAI, "sse").whole().getBytes(StandardCharsets.UTF_8);
        try (Socket socket = server.accept()) {
            readRequest(socket.getInputStream());
            String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
        }
        return null;
    }

    private static void readRequest(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String length = head.toString().replaceFirst("(?is).*content-length: *([0-9]+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
    }
}
