package dev.assay.provider.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An idle connection with TLS is kept while it is open, and given up once it is closed, with no request lost. */
@Timeout(60)
class IdleTlsConnectionsTest {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private final AtomicInteger connections = new AtomicInteger();
    private final Semaphore closed = new Semaphore(0);

    @Test
    void connectionsAreUsedAgainUntilTheServerClosesThem() throws Exception {
        KeyStore keys = LocalhostKeys.create(folder);
        SSLContext tls = SSLContext.getInstance("TLS");
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, LocalhostKeys.PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        ServerSocketFactory factory = tls.getServerSocketFactory();
        try (var server = factory.createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                while (!server.isClosed()) {
                    try {
                        try (Socket socket = server.accept()) {
                            answerTwice(socket);
                        }
                        closed.release();
                    } catch (IOException e) {
                        // The test is over.
                    }
                }
            });
            var sockets = new ChannelSockets();
            var idle = new IdleConnections(sockets);
            OkHttpClient client = new OkHttpClient.Builder()
                    .socketFactory(sockets)
                    .sslSocketFactory(tls.getSocketFactory(), (X509TrustManager) trusted.getTrustManagers()[0])
                    .protocols(List.of(Protocol.HTTP_1_1))
                    .retryOnConnectionFailure(false)
                    .addInterceptor(idle::takeAnother)
                    .addNetworkInterceptor(idle::refuseClosed)
                    .build();
            var request = new Request.Builder()
                    .url("https://localhost:" + server.getLocalPort() + "/")
                    .build();
            for (int i = 0; i < 6; i++) {
                if (i % 2 == 0 && i > 0) {
                    closed.acquire();
                }
                try (var response = client.newCall(request).execute()) {
                    assertThat(response.body().string()).isEqualTo("ok");
                }
            }
            assertThat(connections).hasValue(3);
        }
    }

    private void answerTwice(Socket socket) throws IOException {
        connections.incrementAndGet();
        for (int i = 0; i < 2; i++) {
            InputStream in = socket.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            socket.getOutputStream().write(ANSWER);
        }
    }
}
