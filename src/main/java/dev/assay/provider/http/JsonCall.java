package dev.assay.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.LlmException;
import dev.assay.llm.RawExchange;
import dev.assay.provider.endpoint.UnusableAnswer;
import dev.assay.provider.failure.ProviderError;
import dev.assay.provider.failure.Secrets;
import dev.assay.provider.stream.LineReader;
import dev.assay.provider.wire.WireJson;
import java.io.IOException;
import java.util.function.BiFunction;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** One exchange that is answered by one JSON document. Used once, by one thread. */
final class JsonCall {
    private final String sent;
    private final Call call;
    private final CallWatch watch;
    private final CallFailures failures;
    private final Secrets secrets;
    private final KeptBody kept = new KeptBody();
    private @Nullable Integer status;

    /**
     * An exchange.
     *
     * @param sent the body; empty for none
     */
    JsonCall(String sent, Call call, CallWatch watch, CallFailures failures, Secrets secrets) {
        this.sent = sent;
        this.call = call;
        this.watch = watch;
        this.failures = failures;
        this.secrets = secrets;
    }

    /** Makes the call. On any failure the connection is closed at once. */
    <T> T run(BiFunction<JsonNode, RawExchange, T> reader) {
        boolean done = false;
        try (Response response = call.execute()) {
            status = response.code();
            T answer = read(response, reader);
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

    private <T> T read(Response response, BiFunction<JsonNode, RawExchange, T> reader) throws IOException {
        BufferedSource body = Okio.buffer(new WatchedBody(response.body().source(), watch, kept));
        LineReader.skipByteOrderMark(body);
        String text = body.readUtf8();
        if (!response.isSuccessful()) {
            throw failures.status(response, text, soFar());
        }
        JsonNode document = WireJson.read(text)
                .orElseThrow(() ->
                        failures.malformed(text.isBlank() ? "the answer is empty" : "it sent " + said(text), soFar()));
        ProviderError.within(document).ifPresent(error -> {
            throw failures.inAnswer(error, response.code(), soFar());
        });
        return understood(document, reader);
    }

    private <T> T understood(JsonNode document, BiFunction<JsonNode, RawExchange, T> reader) throws LlmException {
        try {
            return reader.apply(document, raw());
        } catch (UnusableAnswer e) {
            throw failures.malformed(e.what(), soFar());
        }
    }

    private static String said(String text) {
        return ProviderError.cut(ProviderError.parse(text).message());
    }

    private RawExchange raw() {
        return new RawExchange(sent, secrets.hide(kept.toString()));
    }

    private CallFailures.SoFar soFar() {
        return new CallFailures.SoFar(status, "", raw());
    }
}
