package dev.assay.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers in OpenAI's protocol. */
final class OpenAiAnswers {
    /** What each answer says it cost. */
    static final String COST = "0.001";

    private static final String BODY = "{\"id\":\"r\",\"object\":\"chat.completion\",\"model\":\"small\",\"choices\":[{"
            + "\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + "Paris is the capital. ".repeat(20)
            + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":40,\"completion_tokens\":100,"
            + "\"total_tokens\":140,\"cost\":" + COST + "}}";
    private static final byte[] STREAM_HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] TOKEN = ("data: {\"id\":\"r\",\"object\":\"chat.completion.chunk\",\"model\":\"small\","
                    + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word \"},\"finish_reason\":null}]}\n\n")
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = ("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
                    + "\"usage\":{\"prompt_tokens\":4,\"completion_tokens\":4,\"total_tokens\":8}}\n\ndata: [DONE]\n\n")
            .getBytes(StandardCharsets.UTF_8);

    private OpenAiAnswers() {}

    static byte[] good() {
        return FakeServer.whole(200, "", BODY);
    }

    /** A stream of so many tokens, one every so many milliseconds. */
    static FakeServer.Answers stream(int tokens, long millis) {
        return (request, body, out) -> {
            out.write(STREAM_HEAD);
            long start = System.nanoTime();
            for (int i = 0; i < tokens; i++) {
                out.write(TOKEN);
                long due = start + (i + 1) * millis * 1_000_000;
                Thread.sleep(java.time.Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            }
            out.write(END);
            return false;
        };
    }

    /** Of a hundred calls 20 are too many, 10 in trouble, 5 cut and 5 malformed; the others are good. */
    static final class Storm implements FakeServer.Answers {
        final AtomicInteger good = new AtomicInteger();
        final AtomicInteger answeredTwice = new AtomicInteger();
        private final Set<String> answered = ConcurrentHashMap.newKeySet();

        @Override
        public boolean answer(int request, String body, OutputStream out) throws IOException, InterruptedException {
            Thread.sleep(20);
            int kind = Math.floorMod(request * 37, 100);
            if (kind < 20) {
                out.write(FakeServer.whole(429, "Retry-After-Ms: 20\r\n", "{\"error\":{\"message\":\"slow down\"}}"));
            } else if (kind < 30) {
                out.write(FakeServer.whole(503, "Retry-After-Ms: 20\r\n", "{\"error\":{\"message\":\"busy\"}}"));
            } else if (kind < 35) {
                out.write(good(), 0, good().length - 200);
                return false;
            } else if (kind < 40) {
                out.write(FakeServer.whole(200, "Retry-After-Ms: 20\r\n", "<html>gateway</html>"));
            } else {
                good.incrementAndGet();
                if (!answered.add(body)) {
                    answeredTwice.incrementAndGet();
                }
                out.write(good());
            }
            return true;
        }
    }
}
