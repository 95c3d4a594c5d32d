package dev.assay.exchange.calls.otlp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.llm.outbound.OutboundLog;
import dev.assay.llm.outbound.Purpose;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A collector that takes OTLP over HTTP, JSON-encoded. Thread-safe. */
public final class OtlpCollector implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int OK_END = 300;
    private static final int SHOWN = 200;

    private final URI endpoint;
    private final Map<String, String> headers;
    private final OutboundLog outbound;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * A collector.
     *
     * @param endpoint such as {@code http://localhost:4318}; {@code /v1/traces} and {@code /v1/metrics} are added
     * @param headers sent with each request, such as a key; never shown
     * @throws InputException where the endpoint is no http address
     */
    public OtlpCollector(String endpoint, Map<String, String> headers, OutboundLog outbound) {
        this.endpoint = address(endpoint);
        this.headers = Map.copyOf(headers);
        this.outbound = outbound;
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text.replaceAll("/+$", ""));
            if (address.getHost() != null
                    && address.getUserInfo() == null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new InputException("'" + text + "' is no address of a collector: " + e.getMessage());
        }
        throw new InputException(
                "'" + text + "' is no address of a collector: write one such as http://localhost:4318");
    }

    /** Sends traces; throws {@link StorageException} where the collector does not take them. */
    public void traces(ObjectNode body) {
        send("/v1/traces", body);
    }

    /** Sends metrics; throws {@link StorageException} where the collector does not take them. */
    public void metrics(ObjectNode body) {
        send("/v1/metrics", body);
    }

    private void send(String path, ObjectNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        URI target = URI.create(endpoint + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::setHeader);
        outbound.contacted(target.getHost(), Purpose.TELEMETRY);
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            outbound.exchanged(
                    target.getHost(),
                    Purpose.TELEMETRY,
                    bytes.length,
                    response.body().length());
            if (response.statusCode() < OK || response.statusCode() >= OK_END) {
                throw new StorageException("The collector " + target + " answered with status " + response.statusCode()
                        + ": " + start(response.body()));
            }
        } catch (IOException e) {
            throw new StorageException(
                    "The collector " + target + " cannot be reached: "
                            + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                            + "; see that it runs and takes OTLP over HTTP",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Stopped while sending to the collector " + target);
        }
    }

    private static String start(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }

    @Override
    public void close() {
        client.close();
    }
}
