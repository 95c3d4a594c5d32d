package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider makes of the bytes of an answer, however they arrive. */
abstract class AnswerBodyContract extends ToolCallContract {
    private static final String MANY = "x".repeat(10_000_000);

    /** A body that is sent in two pieces, which are read one at a time. */
    static Buffer inTwo(byte[] body, int cut) {
        var chunks = new Buffer();
        chunk(chunks, body, 0, cut);
        chunk(chunks, body, cut, body.length - cut);
        return chunks.writeUtf8("0\r\n");
    }

    private static void chunk(Buffer chunks, byte[] body, int from, int length) {
        if (length > 0) {
            chunks.writeUtf8(Integer.toHexString(length) + "\r\n")
                    .write(body, from, length)
                    .writeUtf8("\r\n");
        }
    }

    MockResponse.Builder gzip(String text) throws IOException {
        var packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeAll(wire(text));
        }
        return new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(packed);
    }

    @Test
    void aStreamIsReadInTwoPiecesWhereverItIsSplit() {
        byte[] stream = wire(bodies().stream()).readByteArray();
        LlmGateway gateway = gateway();
        for (int cut = 1; cut < stream.length; cut++) {
            server.enqueue(new MockResponse.Builder()
                    .body(inTwo(stream, cut))
                    .removeHeader("Content-Length")
                    .addHeader("Transfer-Encoding", "chunked")
                    .build());
            ChatResponse response = gateway.chat(request(true), ChatListener.NONE);
            assertThat(response.text()).as("split after %d bytes", cut).isEqualTo(TEXT);
            assertThat(response.usage().outputTokens()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void aStreamMayBeCutIntoPiecesOfAnySize(int chunkSize) {
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(wire(bodies().stream()), chunkSize)
                .build());
        assertThat(chat(true).text()).isEqualTo(TEXT);
    }

    @Test
    void aThrottledStreamIsRead() {
        server.enqueue(new MockResponse.Builder()
                .body(wire(bodies().stream()))
                .throttleBody(16, 1, TimeUnit.MILLISECONDS)
                .build());
        assertThat(chat(true).text()).isEqualTo(TEXT);
    }

    /** The whole takes longer than any silence within it may. */
    @Test
    void aStreamThatDripsIsNotSilent() {
        Buffer stream = wire(bodies().stream());
        long piece = stream.size() / 20;
        server.enqueue(new MockResponse.Builder()
                .body(stream)
                .throttleBody(piece, 50, TimeUnit.MILLISECONDS)
                .build());
        ChatResponse response = gateway(server.url("/").toString(), LONG, Duration.ofMillis(700))
                .chat(request(true), text -> {});
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.latency().total())
                .isGreaterThan(response.latency().timeToFirstToken())
                .isGreaterThan(response.latency().timeToFirstByte());
    }

    @Test
    void noCutOfAStreamPassesForACompleteAnswer() {
        byte[] stream = wire(bodies().stream()).readByteArray();
        LlmGateway gateway = gateway();
        boolean complete = false;
        for (int length = 0; length <= stream.length; length++) {
            server.enqueue(new MockResponse.Builder()
                    .body(new Buffer().write(stream, 0, length))
                    .build());
            try {
                assertThat(gateway.chat(request(true), ChatListener.NONE).text())
                        .isEqualTo(TEXT);
                complete = true;
            } catch (LlmException.Unreachable | LlmException.MalformedResponse cut) {
                String partial = cut.detail().partialText();
                assertThat(complete).as("complete before %d bytes", length).isFalse();
                assertThat(TEXT).startsWith(partial);
                assertThat(partial.isEmpty() || cut instanceof LlmException.Unreachable)
                        .as("%s after %d bytes", cut, length)
                        .isTrue();
            }
        }
        assertThat(complete).isTrue();
    }

    @Test
    void aStreamThatEndsWithoutSayingSoIsALostConnection() {
        enqueue(200, bodies().upTo("mörning"));
        var failure = failure(true, LlmException.Unreachable.class);
        assertThat(failure.detail().partialText()).isEqualTo("Good mörning");
        assertThat(failure.getMessage()).contains("lost before the answer was complete (12 characters had arrived)");
        assertThat(failure.isRetriable()).isTrue();
    }

    @Test
    void aWholeAnswerThatIsCutIsNoAnswer() {
        byte[] whole = bodies().whole().strip().getBytes(StandardCharsets.UTF_8);
        LlmGateway gateway = gateway();
        for (int length = 0; length < whole.length; length += 5) {
            server.enqueue(new MockResponse.Builder()
                    .body(new Buffer().write(whole, 0, length))
                    .build());
            assertThat(catchThrowable(() -> gateway.chat(request(false), ChatListener.NONE)))
                    .isInstanceOf(LlmException.MalformedResponse.class);
        }
    }

    @Test
    void aLineOfTenMegabytesIsRead() {
        enqueue(200, bodies().stream().replace("Good", MANY));
        assertThat(chat(true).text()).isEqualTo(TEXT.replace("Good", MANY));
    }

    @Test
    void aWholeAnswerOfTenMegabytesIsRead() {
        enqueue(200, bodies().whole().replace("Good", MANY));
        assertThat(chat(false).text()).isEqualTo(TEXT.replace("Good", MANY));
    }

    @Test
    void manyEventsOfTogetherTenMegabytesAreRead() {
        String event = bodies().event("Good");
        int events = 10_000_000 / event.length();
        enqueue(200, bodies().stream().replace(event, event.repeat(events)));
        assertThat(chat(true).text()).isEqualTo(TEXT.replace("Good", "Good".repeat(events)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html; charset=utf-8", "application/octet-stream", "nonsense", ""})
    void aWrongContentTypeDoesNotMatterWhereTheBodyIsRight(String type) {
        for (boolean stream : new boolean[] {false, true}) {
            server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", type)
                    .body(wire(stream ? bodies().stream() : bodies().whole()))
                    .build());
            assertThat(chat(stream).text()).isEqualTo(TEXT);
        }
    }

    @Test
    void aWholeAnswerInAnotherCharacterSetIsRead() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json; charset=utf-16le")
                .body(new Buffer().write(bodies().whole().getBytes(StandardCharsets.UTF_16LE)))
                .build());
        assertThat(chat(false).text()).isEqualTo(TEXT);
    }

    @Test
    void aWholeAnswerToAStreamedRequestIsRead() {
        enqueue(200, "\n\n" + bodies().whole());
        ChatResponse response = chat(true);
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.usage().outputTokens()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bytesThatAreNoCharacterAreReplacedAndTheRestIsKept(boolean stream) {
        String[] around = (stream ? bodies().stream() : bodies().whole()).split("Good", 2);
        var body = new Buffer()
                .writeUtf8(around[0])
                .writeUtf8("Go")
                .writeByte(0xff)
                .writeByte(0xc3)
                .writeUtf8("d" + around[1]);
        server.enqueue(
                new MockResponse.Builder().body(wire(body.readByteString())).build());
        assertThat(chat(stream).text()).isEqualTo(TEXT.replace("Good", "Go\ufffd\ufffdd"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCompressedAnswerIsRead(boolean stream) throws IOException {
        String body = stream ? bodies().stream() : bodies().whole();
        server.enqueue(gzip(body).build());
        ChatResponse response = chat(stream);
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.raw().response()).isEqualTo(body);
    }

    @Test
    void aCompressedStreamInPiecesIsRead() throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeAll(wire(bodies().stream()));
        }
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(packed, 1)
                .addHeader("Content-Encoding", "gzip")
                .build());
        assertThat(chat(true).text()).isEqualTo(TEXT);
    }

    @Test
    void aCompressedErrorIsRead() throws IOException {
        server.enqueue(gzip(error("no can do")).code(400).build());
        assertThat(failure(true, LlmException.Rejected.class).getMessage()).contains("no can do");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatOnlyClaimsToBeCompressedIsReadAsItIs(boolean stream) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(wire(stream ? bodies().stream() : bodies().whole()))
                .build());
        assertThat(chat(stream).text()).isEqualTo(TEXT);
    }

    @Test
    void aPageOfAProxyBecomesOneLine() {
        String page = "<html>\n<head><title>502 Bad\n Gateway</title></head><body>nginx</body></html>";
        enqueue(502, page);
        assertThat(failure(true, LlmException.Overloaded.class).getMessage())
                .contains("(HTTP 502): an HTML page '502 Bad Gateway'");
        enqueue(200, page);
        assertThat(failure(true, LlmException.MalformedResponse.class).getMessage())
                .contains("an HTML page");
        enqueue(200, page);
        assertThat(failure(false, LlmException.MalformedResponse.class).getMessage())
                .contains("an HTML page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "\"words\"", "just words", "{\"half\": "})
    void whatIsNotTheProtocolIsMalformed(String body) {
        enqueue(200, body);
        failure(false, LlmException.MalformedResponse.class);
        enqueue(200, body);
        assertThat(failure(true, LlmException.class))
                .isInstanceOfAny(LlmException.MalformedResponse.class, LlmException.Unreachable.class);
    }
}
