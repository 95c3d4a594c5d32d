package dev.assay.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ModelId;
import dev.assay.llm.RawExchange;
import dev.assay.provider.connection.HttpTransport;
import dev.assay.provider.failure.Secrets;
import dev.assay.provider.wire.WireDialect;
import dev.assay.settings.ProviderSettings;
import java.util.function.BiFunction;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Makes the calls of one provider that are no chat.
 *
 * @param settings where it is and how long to wait for it
 */
record JsonCalls(ProviderSettings settings, WireDialect dialect, HttpTransport transport, OkHttpClient client) {

    /**
     * Makes a call that is answered by one JSON document.
     *
     * @param request signed, with its body
     * @param sent the body as records show it; empty for none
     */
    <T> T ask(ModelId model, Request request, String sent, BiFunction<JsonNode, RawExchange, T> reader) {
        return make(
                model,
                request,
                (call, watch, failures) -> new JsonCall(sent, call, watch, failures, secrets()).run(reader));
    }

    /** Makes a call, watched by the clock. */
    <T> T make(ModelId model, Request request, Work<T> work) {
        var call = client.newCall(request);
        var failures = new CallFailures(model, call, settings, secrets());
        try (var watch = new CallWatch(call, transport.watchTimer(), settings)) {
            return work.run(call, watch, failures);
        }
    }

    /** Asked for each time, as keys that are found elsewhere may be replaced. */
    Secrets secrets() {
        return new Secrets(settings, dialect.secrets());
    }

    /** What is done with a call. */
    @FunctionalInterface
    interface Work<T> {
        T run(Call call, CallWatch watch, CallFailures failures);
    }
}
