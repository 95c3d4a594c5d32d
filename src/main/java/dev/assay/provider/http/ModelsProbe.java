package dev.assay.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.InputException;
import dev.assay.provider.connection.HttpTransport;
import dev.assay.provider.endpoint.UnusableAnswer;
import dev.assay.provider.failure.ErrorKind;
import dev.assay.provider.failure.ProviderError;
import dev.assay.provider.failure.TimeWords;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireJson;
import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asks a provider for its list of models: the cheapest question that needs the key. */
public final class ModelsProbe {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final long LARGEST_BYTES = 4L << 20;
    private final ProviderSettings settings;
    private final WireDialect dialect;
    private final Endpoint endpoint;
    private final OkHttpClient client;

    public ModelsProbe(ProviderSettings settings, WireDialect dialect, HttpTransport transport) {
        this.settings = settings;
        this.dialect = dialect;
        this.endpoint = new Endpoint(settings, dialect);
        this.client =
                transport.clientFor(settings).newBuilder().callTimeout(LONGEST).build();
    }

    /** Asks once; takes five seconds at most. */
    public Reachability ask() {
        Request request;
        try {
            request = endpoint.signed(endpoint.models(), "");
        } catch (InputException e) {
            return new Reachability.Failed("" + e.getMessage());
        }
        String url = Endpoint.shown(request.url());
        try (Response response = client.newCall(request).execute()) {
            return read(response, url);
        } catch (InterruptedIOException e) {
            return new Reachability.Failed(
                    url + " did not answer within " + TimeWords.of(LONGEST) + ". Check baseUrl and the server");
        } catch (IOException e) {
            return new Reachability.Failed("cannot reach " + url + ": " + CallFailures.reason(e));
        }
    }

    private Reachability read(Response response, String url) throws IOException {
        int status = response.code();
        String body = response.peekBody(LARGEST_BYTES).string();
        if (!response.isSuccessful() && ErrorKind.of(status, ProviderError.parse(body)) == ErrorKind.UNAUTHORIZED) {
            return new Reachability.Failed(url + " refused the key (HTTP " + status + "). " + keyMend());
        }
        if (!response.isSuccessful()) {
            return new Reachability.Failed(url + " answered with HTTP " + status + ". Check baseUrl and dialect");
        }
        return WireJson.read(body)
                .filter(JsonNode::isObject)
                .<Reachability>map(list -> new Reachability.Reached(names(list)))
                .orElseGet(() -> new Reachability.Failed(url + " did not answer with JSON. Check baseUrl and dialect"));
    }

    /** None where the list is not as the protocol says: the provider has answered nevertheless. */
    private List<String> names(JsonNode answer) {
        try {
            return dialect
                    .modelLists()
                    .map(lists -> lists.read(settings.name(), answer).models())
                    .orElse(List.of())
                    .stream()
                    .map(model -> model.id().model())
                    .toList();
        } catch (UnusableAnswer e) {
            return List.of();
        }
    }

    private String keyMend() {
        return settings.apiKey() instanceof ApiKey.Present key
                ? "Check the key in " + key.where()
                : "Add apiKey: ${NAME} to provider " + settings.name() + " and set that environment variable";
    }
}
