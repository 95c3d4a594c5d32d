package dev.assay.registry.remote.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Remembers what ssh and the host complained of, since that says best why an exchange failed. Thread-safe. */
public final class Complaints {
    private static final int LIMIT = 16_384;
    private static final List<String> NOISE = List.of(
            "Warning: Permanently added",
            "Please make sure",
            "and the repository",
            "fatal: Could not read from remote",
            "Connection to ");
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    /** The last line that says something; empty where there was none. */
    public String last() {
        return text().lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && NOISE.stream().noneMatch(line::startsWith))
                .reduce((first, second) -> second)
                .orElse("");
    }

    /** All that was heard, at most some thousand characters. */
    public String text() {
        synchronized (heard) {
            return heard.toString(StandardCharsets.UTF_8);
        }
    }

    void hear(byte[] bytes, int offset, int length) {
        synchronized (heard) {
            if (heard.size() < LIMIT) {
                heard.write(bytes, offset, length);
            }
        }
    }

    void hear(String line) {
        byte[] bytes = ("\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
        hear(bytes, 0, bytes.length);
    }
}
