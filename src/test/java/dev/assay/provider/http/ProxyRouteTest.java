package dev.assay.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProxyRouteTest {
    private static final String TARGET = "http://models.invalid/v1/models";

    @TempDir
    private Path folder;

    private static String get(ProxyRoute route) throws IOException {
        var client = new OkHttpClient.Builder();
        route.take(client);
        try (var response = client.build()
                .newCall(new Request.Builder().url(TARGET).build())
                .execute()) {
            return response.body().string();
        }
    }

    @Test
    void aProxyIsReachedOverTls() throws Exception {
        SSLContext tls = LocalhostKeys.context(folder);
        try (var proxy = new MockWebServer()) {
            proxy.useHttps(tls.getSocketFactory());
            proxy.enqueue(new MockResponse.Builder().body("ok").build());
            proxy.start();
            var route = new ProxyRoute(URI.create("https://localhost:" + proxy.getPort()), tls.getSocketFactory());
            assertThat(get(route)).isEqualTo("ok");
            assertThat(proxy.takeRequest().getUrl().host()).isEqualTo("models.invalid");
        }
    }

    @Test
    void aTlsProxyThatIsNotTrustedIsNotUsed() throws Exception {
        SSLContext tls = LocalhostKeys.context(folder);
        try (var proxy = new MockWebServer()) {
            proxy.useHttps(tls.getSocketFactory());
            proxy.start();
            var route = new ProxyRoute(URI.create("https://localhost:" + proxy.getPort()));
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> get(route))
                    .isInstanceOf(javax.net.ssl.SSLException.class);
        }
    }

    @Test
    void aSocksProxyIsAskedForTheHostByItsName() throws Exception {
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        try (var proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (Socket socket = proxy.accept()) {
                    serve(socket, asked);
                } catch (IOException e) {
                    asked.add("failed: " + e);
                }
            });
            var route = new ProxyRoute(
                    URI.create("socks5://127.0.0.1:" + proxy.getLocalPort()),
                    (SSLSocketFactory) SSLSocketFactory.getDefault());
            assertThat(get(route)).isEqualTo("ok");
        }
        assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo("models.invalid:80");
    }

    /** What RFC 1928 asks of a server that wants no password, with one answer in the place of the host. */
    private static void serve(Socket socket, BlockingQueue<String> asked) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        in.readByte();
        in.readNBytes(in.readByte());
        socket.getOutputStream().write(new byte[] {5, 0});
        in.readNBytes(3);
        assertThat(in.readByte()).as("a name, not an address").isEqualTo((byte) 3);
        String host = new String(in.readNBytes(in.readByte()), StandardCharsets.US_ASCII);
        asked.add(host + ":" + in.readUnsignedShort());
        socket.getOutputStream().write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 80});
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
    }
}
