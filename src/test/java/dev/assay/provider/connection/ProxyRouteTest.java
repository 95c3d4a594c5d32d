package dev.assay.provider.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void aHostThatSpeaksTlsIsReachedThroughATunnelInTlsWithTheProxy() throws Exception {
        SSLContext tls = LocalhostKeys.context(folder);
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        try (var host = new MockWebServer();
                var proxy = tls.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            host.useHttps(tls.getSocketFactory());
            host.enqueue(new MockResponse.Builder().body("ok").build());
            host.start();
            Thread.startVirtualThread(() -> tunnel(proxy, host.getPort(), asked));
            var route = new ProxyRoute(URI.create("https://localhost:" + proxy.getLocalPort()), tls.getSocketFactory());
            var client =
                    new OkHttpClient.Builder().sslSocketFactory(tls.getSocketFactory(), LocalhostKeys.trust(folder));
            route.take(client);
            try (var response = client.build()
                    .newCall(new Request.Builder().url(host.url("/v1/models")).build())
                    .execute()) {
                assertThat(response.body().string()).isEqualTo("ok");
            }
            assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo("CONNECT localhost:" + host.getPort() + " HTTP/1.1");
        }
    }

    @Test
    void aTlsProxyThatIsNotTrustedIsNotUsed() throws Exception {
        SSLContext tls = LocalhostKeys.context(folder);
        try (var proxy = new MockWebServer()) {
            proxy.useHttps(tls.getSocketFactory());
            proxy.start();
            var route = new ProxyRoute(URI.create("https://localhost:" + proxy.getPort()));
            assertThatThrownBy(() -> get(route)).isInstanceOf(SSLException.class);
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
            var route = new ProxyRoute(URI.create("socks5://127.0.0.1:" + proxy.getLocalPort()), (SSLSocketFactory)
                    SSLSocketFactory.getDefault());
            assertThat(get(route)).isEqualTo("ok");
        }
        assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo("models.invalid:80");
    }

    @ParameterizedTest
    @CsvSource({"secret:%2F, ok", "wrong, refuses the name or the password"})
    void aSocksProxyGetsNameAndPasswordAndTheHostByItsName(String password, String outcome) throws Exception {
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        try (var proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (Socket socket = proxy.accept()) {
                    if (login(socket, asked)) {
                        open(socket, asked);
                    }
                } catch (IOException e) {
                    asked.add("failed: " + e);
                }
            });
            var route =
                    new ProxyRoute(URI.create("socks5://m%C3%A9:" + password + "@127.0.0.1:" + proxy.getLocalPort()));
            if (outcome.equals("ok")) {
                assertThat(get(route)).isEqualTo("ok");
                assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo("m\u00e9 secret:/");
                assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo("models.invalid:80");
            } else {
                assertThatThrownBy(() -> get(route))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(outcome)
                        .hasMessageNotContaining("wrong");
            }
            assertThat(route.toString()).doesNotContain(password);
        }
    }

    @Test
    void whyASocksProxyDoesNotReachTheHostIsTold() throws Exception {
        try (var proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (Socket socket = proxy.accept()) {
                    socket.getInputStream().readNBytes(4);
                    socket.getOutputStream().write(new byte[] {5, 0});
                    socket.getInputStream().readNBytes(5 + "models.invalid".length() + 2);
                    socket.getOutputStream().write(new byte[] {5, 2, 0, 1, 0, 0, 0, 0, 0, 0});
                } catch (IOException e) {
                    // The client tells of it.
                }
            });
            var route = new ProxyRoute(URI.create("socks5://me:secret@127.0.0.1:" + proxy.getLocalPort()));
            assertThatThrownBy(() -> get(route))
                    .hasMessageContaining("does not reach models.invalid:80: its rules forbid it");
        }
    }

    /** What RFC 1929 asks of a server. */
    private static boolean login(Socket socket, BlockingQueue<String> asked) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        in.readFully(new byte[2 + 2]);
        socket.getOutputStream().write(new byte[] {5, 2});
        in.readByte();
        String user = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        String password = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        asked.add(user + " " + password);
        boolean right = password.startsWith("secret");
        socket.getOutputStream().write(new byte[] {1, (byte) (right ? 0 : 1)});
        return right;
    }

    /** Passes on what one client sends once it has asked for a tunnel, and what comes back. */
    private static void tunnel(ServerSocket proxy, int port, BlockingQueue<String> asked) {
        try (Socket near = proxy.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port)) {
            asked.add(head(near.getInputStream()).lines().findFirst().orElse(""));
            near.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread back = Thread.startVirtualThread(() -> pass(far, near));
            pass(near, far);
            back.join();
        } catch (IOException | InterruptedException e) {
            asked.add("failed: " + e);
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // The client closes its side once it has its answer.
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed after " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** What RFC 1928 asks of a server that wants no password, with one answer in the place of the host. */
    private static void serve(Socket socket, BlockingQueue<String> asked) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        in.readByte();
        in.readNBytes(in.readByte());
        socket.getOutputStream().write(new byte[] {5, 0});
        open(socket, asked);
    }

    /** What follows once the client is let in. */
    private static void open(Socket socket, BlockingQueue<String> asked) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        in.readNBytes(3);
        assertThat(in.readByte()).as("a name, not an address").isEqualTo((byte) 3);
        String host = new String(in.readNBytes(in.readByte()), StandardCharsets.US_ASCII);
        asked.add(host + ":" + in.readUnsignedShort());
        socket.getOutputStream().write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 80});
        head(in);
        socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
    }
}
