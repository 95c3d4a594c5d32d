package dev.assay.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP/1.1 server on loopback that costs little: a virtual thread a connection, and answers made beforehand. */
final class FakeServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Answers answers;
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger mostConnections = new AtomicInteger();

    /** Writes an answer; a connection lives on where it gives true. */
    interface Answers {
        boolean answer(int request, String body, OutputStream out) throws IOException, InterruptedException;
    }

    FakeServer(Answers answers) throws IOException {
        this.answers = answers;
        this.socket = new ServerSocket(0, 2_000, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
    }

    /** A whole answer with a body. */
    static byte[] whole(int status, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " x\r\nContent-Type: application/json\r\n" + headers
                + "Content-Length: " + bytes.length + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /** Waits and gives the same answer each time. */
    static Answers after(long millis, byte[] answer) {
        return (request, body, out) -> {
            if (millis > 0) {
                Thread.sleep(millis);
            }
            out.write(answer);
            return true;
        };
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                Thread.startVirtualThread(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        mostConnections.accumulateAndGet(connections.incrementAndGet(), Math::max);
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream());
            String body = request(in);
            while (body != null
                    && answers.answer(requests.getAndIncrement(), body, connection.getOutputStream())) {
                body = request(in);
            }
        } catch (IOException | InterruptedException e) {
            // The caller has gone.
        } finally {
            connections.decrementAndGet();
        }
    }

    /** The body of the next request, or null where there is none. */
    private static String request(InputStream in) throws IOException {
        int length = 0;
        String line = line(in);
        if (line == null) {
            return null;
        }
        while (line != null && !line.isEmpty()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            line = line(in);
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(80);
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.write(next);
            }
            next = in.read();
        }
        return next < 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
