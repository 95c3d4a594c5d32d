package dev.assay.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmException;
import dev.assay.llm.RawExchange;
import dev.assay.provider.failure.ProviderError;
import dev.assay.provider.failure.RequestId;
import dev.assay.provider.failure.Secrets;
import dev.assay.provider.failure.ServerLimits;
import dev.assay.provider.stream.AwsEventReader;
import dev.assay.provider.stream.EventReader;
import dev.assay.provider.stream.LineReader;
import dev.assay.provider.wire.Answer;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireJson;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import okio.GzipSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** One exchange with a provider, from sending the request to the complete answer. Used once, by one thread. */
final class WireCall {
    private static final ByteString GZIP_MAGIC = ByteString.decodeHex("1f8b");
    private final ChatRequest request;
    private final SentBody sent;
    private final Call call;
    private final CallWatch watch;
    private final CallFailures failures;
    private final AnswerReader reader;
    private final KeptBody kept = new KeptBody();
    /** What is kept of a binary stream. */
    private final KeptBody decoded = new KeptBody();

    private @Nullable Integer status;
    private @Nullable String requestId;
    private int events;
    private boolean ended;
    private boolean binary;

    WireCall(
            ChatRequest request,
            SentBody sent,
            Call call,
            CallWatch watch,
            CallFailures failures,
            AnswerReader reader) {
        this.request = request;
        this.sent = sent;
        this.call = call;
        this.watch = watch;
        this.failures = failures;
        this.reader = reader;
    }

    /**
     * What was sent.
     *
     * @param json the body
     * @param adjustments what it says otherwise than was asked
     * @param secrets what must not be kept of the answer
     */
    record SentBody(String json, List<Adjustment> adjustments, Secrets secrets) {}

    /** Makes the call. On any failure the connection is closed at once, as a paid generation would run on. */
    ChatResponse run(WireDialect.Framing framing, ChatListener listener) {
        boolean done = false;
        try (Response response = call.execute()) {
            status = response.code();
            requestId = RequestId.of(response::header);
            ServerLimits.tell(response::header);
            ChatResponse answer = read(response, framing, listener);
            done = true;
            return answer;
        } catch (IOException e) {
            throw Thread.interrupted() ? failures.cancelled(soFar()) : failures.broken(e, watch, soFar());
        } finally {
            if (!done) {
                call.cancel();
            }
        }
    }

    private ChatResponse read(Response response, WireDialect.Framing framing, ChatListener listener)
            throws IOException {
        BufferedSource body = body(response);
        if (!response.isSuccessful()) {
            String text = body.readString(charset(response));
            throw failures.status(response, text, soFar());
        }
        boolean streamed = request.stream() && !(framing != WireDialect.Framing.NDJSON && startsLikeJson(body));
        if (streamed) {
            readStream(body, framing, listener);
        } else {
            readWhole(body.readString(charset(response)));
        }
        reader.blocked().ifPresent(reason -> {
            throw failures.inAnswer(ProviderError.filtered(reason), statusNow(), soFar());
        });
        return response(streamed);
    }

    private BufferedSource body(Response response) throws IOException {
        BufferedSource received = response.body().source();
        // Some proxies unpack a body and forget to say so: what only claims to be packed is read as it is.
        boolean packed =
                "gzip".equalsIgnoreCase(response.header("Content-Encoding")) && received.rangeEquals(0, GZIP_MAGIC);
        Source source = packed ? new GzipSource(received) : received;
        BufferedSource body = Okio.buffer(new WatchedBody(source, watch, kept));
        LineReader.skipByteOrderMark(body);
        return body;
    }

    private void readWhole(String text) {
        Optional<JsonNode> document = WireJson.read(text);
        document.map(reader::errorPlace).flatMap(ProviderError::within).ifPresent(error -> {
            throw failures.inAnswer(error, statusNow(), soFar());
        });
        if (document.isEmpty() || !reader.whole(document.get())) {
            throw failures.malformed(describe(text), soFar());
        }
    }

    private void readStream(BufferedSource body, WireDialect.Framing framing, ChatListener listener)
            throws IOException {
        var shown = new RedactedStream(listener, sent.secrets());
        try {
            readEvents(body, framing, shown);
        } catch (IOException e) {
            // A complete answer is not lost because the server closes the connection rudely.
            if (!reader.isComplete() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
        if (!reader.isComplete()) {
            throw events == 0 || ended
                    ? failures.malformed(describe(kept.toString()), soFar())
                    : failures.cut(soFar(), null);
        }
        shown.end();
    }

    private void readEvents(BufferedSource body, WireDialect.Framing framing, ChatListener listener)
            throws IOException {
        EventReader source = switch (framing) {
            case SSE -> EventReader.ofServerSentEvents(new LineReader(body));
            case NDJSON -> EventReader.ofLines(new LineReader(body));
            case AWS_EVENTS -> new AwsEventReader(body);
        };
        binary = framing == WireDialect.Framing.AWS_EVENTS;
        String data = source.next();
        while (data != null && !data.strip().equals("[DONE]")) {
            readEvent(data, body, listener);
            events++;
            data = reader.isOver() ? null : source.next();
        }
        if (data != null) {
            ended = true;
            reader.end();
        }
    }

    private void readEvent(String data, BufferedSource body, ChatListener listener) throws IOException {
        if (binary) {
            decoded.add(data + '\n');
        }
        if (Thread.interrupted()) {
            throw failures.cancelled(soFar());
        }
        JsonNode event = WireJson.read(data).orElse(null);
        if (event == null || !event.isObject()) {
            if (reader.isComplete()) {
                return;
            }
            throw unreadable(data, body.exhausted());
        }
        ProviderError.within(reader.errorPlace(event)).ifPresent(error -> {
            throw failures.inAnswer(error, statusNow(), soFar());
        });
        String text = reader.event(event);
        String reasoning = reader.newReasoning();
        if (!reasoning.isEmpty()) {
            listener.onReasoning(reasoning);
        }
        if (!text.isEmpty()) {
            watch.text();
            listener.onText(text);
        }
    }

    /** Half an event at the very end was cut off; anything else means that text is missing. */
    private LlmException unreadable(String data, boolean atEnd) {
        if (atEnd && data.startsWith("{")) {
            return failures.cut(soFar(), null);
        }
        boolean begun = !reader.answer().text().isEmpty();
        String where = begun ? "in the middle of the answer " : "";
        return failures.malformed(where + describe(data), soFar());
    }

    private ChatResponse response(boolean streamed) {
        Duration total = watch.elapsed();
        Answer answer = sent.secrets().hide(reader.answer());
        var adjustments = new ArrayList<>(sent.adjustments());
        if (request.stream() && !streamed) {
            adjustments.add(new Adjustment("stream", "true", "true", "the server answered in one piece nevertheless"));
        }
        return WholeAnswer.of(
                        answer,
                        new Latency(Duration.ZERO, total, watch.firstByte(), watch.firstText()),
                        adjustments,
                        raw())
                .withFigures(reader.figures());
    }

    private CallFailures.SoFar soFar() {
        return new CallFailures.SoFar(
                status, sent.secrets().hide(reader.answer().text()), raw());
    }

    private RawExchange raw() {
        String id = requestId == null ? null : sent.secrets().hide(requestId);
        String received = binary ? decoded.toString() : kept.toString();
        return new RawExchange(sent.json(), sent.secrets().hide(received), id);
    }

    private int statusNow() {
        return status == null ? 0 : status;
    }

    private String describe(String body) {
        if (body.isBlank()) {
            return "the answer is empty";
        }
        return "it sent "
                + ProviderError.cut(
                        sent.secrets().hide(ProviderError.parse(body).message()));
    }

    private static boolean startsLikeJson(BufferedSource body) throws IOException {
        for (long i = 0; body.request(i + 1); i++) {
            byte next = body.getBuffer().getByte(i);
            if (!Character.isWhitespace(next)) {
                return next == '{' || next == '[';
            }
        }
        return false;
    }

    private static Charset charset(Response response) {
        MediaType type = response.body().contentType();
        Charset charset = type == null ? null : type.charset(StandardCharsets.UTF_8);
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }
}
