package dev.assay.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.RawExchange;
import dev.assay.provider.failure.ProviderError;
import dev.assay.provider.failure.Secrets;
import dev.assay.provider.stream.LineReader;
import dev.assay.provider.wire.WireJson;
import java.io.IOException;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** One exchange that is answered by one JSON document a line, each told as soon as it is read. Used once, by one thread. */
final class LinesCall {
    private static final long LARGEST_BYTES = 2L << 30;

    private final Call call;
    private final CallWatch watch;
    private final CallFailures failures;
    private final Secrets secrets;
    private final KeptBody kept = new KeptBody();
    private @Nullable Integer status;

    LinesCall(Call call, CallWatch watch, CallFailures failures, Secrets secrets) {
        this.call = call;
        this.watch = watch;
        this.failures = failures;
        this.secrets = secrets;
    }

    /** Makes the call. On any failure the connection is closed at once. */
    void run(Consumer<JsonNode> reader) {
        boolean done = false;
        try (Response response = call.execute()) {
            status = response.code();
            BufferedSource body = Okio.buffer(new WatchedBody(response.body().source(), watch, kept, LARGEST_BYTES));
            if (!response.isSuccessful()) {
                throw failures.status(response, body.readUtf8(), soFar());
            }
            var lines = new LineReader(body);
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    reader.accept(document(line));
                }
            }
            done = true;
        } catch (IOException e) {
            throw Thread.interrupted() ? failures.cancelled(soFar()) : failures.broken(e, watch, soFar());
        } finally {
            if (!done) {
                call.cancel();
            }
        }
    }

    private JsonNode document(String line) {
        return WireJson.read(line)
                .orElseThrow(() -> failures.malformed(
                        "a line of the results is no JSON: " + ProviderError.cut(secrets.hide(line)), soFar()));
    }

    private CallFailures.SoFar soFar() {
        return new CallFailures.SoFar(status, "", new RawExchange("", secrets.hide(kept.toString())));
    }
}
