package dev.assay.exchange.calls.otlp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.history.metrics.CallRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Calls added up into the histograms of the conventions. Not thread-safe. */
public final class OtlpMetrics {
    private static final double[] TOKENS = {
        1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864
    };
    private static final double[] SECONDS = {
        0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92
    };
    private static final int CUMULATIVE = 2;
    private static final double MILLIS_A_SECOND = 1000;

    private final Map<Key, Histogram> tokens = new TreeMap<>(Key.ORDER);
    private final Map<Key, Histogram> durations = new TreeMap<>(Key.ORDER);
    private final Map<Key, Histogram> firsts = new TreeMap<>(Key.ORDER);
    private @Nullable Instant first;
    private @Nullable Instant last;

    private record Key(String operation, String provider, String model, String error, String token) {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::toString);
    }

    /** Takes a call in. One that a cache answered was not made. */
    public void add(CallRecord call) {
        if (call.cached()) {
            return;
        }
        Instant time = call.startedAt();
        Instant earliest = first;
        Instant latest = last;
        first = earliest == null || time.isBefore(earliest) ? time : earliest;
        last = latest == null || time.isAfter(latest) ? time : latest;
        String error = call.error() == null ? "" : call.error();
        count(tokens, TOKENS, call, "", "input", toDouble(call.inputTokens()));
        count(tokens, TOKENS, call, "", "output", toDouble(call.outputTokens()));
        count(durations, SECONDS, call, error, "", seconds(call.latencyMs()));
        count(firsts, SECONDS, call, "", "", seconds(call.firstTokenMs()));
    }

    private static @Nullable Double toDouble(@Nullable Long value) {
        return value == null ? null : Double.valueOf(value);
    }

    private static @Nullable Double seconds(@Nullable Double millis) {
        return millis == null ? null : millis / MILLIS_A_SECOND;
    }

    private static void count(
            Map<Key, Histogram> histograms,
            double[] bounds,
            CallRecord call,
            String error,
            String token,
            @Nullable Double value) {
        if (value != null) {
            var key = new Key(
                    OtlpNames.operation(call.operation()),
                    OtlpNames.provider(call.provider()),
                    call.model(),
                    error,
                    token);
            histograms.computeIfAbsent(key, made -> new Histogram(bounds)).add(value);
        }
    }

    /** The body of an export request. */
    public ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode ofResource = document.putArray("resourceMetrics").addObject();
        ofResource.set("resource", OtlpNames.resource());
        ObjectNode ofScope = ofResource.putArray("scopeMetrics").addObject();
        ofScope.set("scope", OtlpNames.scope());
        ArrayNode metrics = ofScope.putArray("metrics");
        metric(metrics, "gen_ai.client.token.usage", "{token}", tokens);
        metric(metrics, "gen_ai.client.operation.duration", "s", durations);
        metric(metrics, "gen_ai.client.operation.time_to_first_chunk", "s", firsts);
        return document;
    }

    private void metric(ArrayNode metrics, String name, String unit, Map<Key, Histogram> histograms) {
        Instant from = first;
        Instant until = last;
        if (histograms.isEmpty() || from == null || until == null) {
            return;
        }
        ObjectNode histogram =
                metrics.addObject().put("name", name).put("unit", unit).putObject("histogram");
        histogram.put("aggregationTemporality", CUMULATIVE);
        ArrayNode points = histogram.putArray("dataPoints");
        histograms.forEach((key, counted) -> {
            ObjectNode point = points.addObject()
                    .put("startTimeUnixNano", OtlpNames.nanos(from))
                    .put("timeUnixNano", OtlpNames.nanos(until));
            ArrayNode attributes = point.putArray("attributes");
            OtlpNames.attribute(attributes, "gen_ai.operation.name", key.operation());
            OtlpNames.attribute(attributes, "gen_ai.provider.name", key.provider());
            OtlpNames.attribute(attributes, "gen_ai.request.model", key.model());
            OtlpNames.attribute(attributes, "gen_ai.token.type", key.token().isEmpty() ? null : key.token());
            OtlpNames.attribute(attributes, "error.type", key.error().isEmpty() ? null : key.error());
            counted.write(point);
        });
    }

    /** Values counted between bounds. */
    private static final class Histogram {
        private final double[] bounds;
        private final long[] counts;
        private double sum;
        private long count;

        Histogram(double[] bounds) {
            this.bounds = bounds;
            counts = new long[bounds.length + 1];
        }

        void add(double value) {
            int bucket = 0;
            while (bucket < bounds.length && value > bounds[bucket]) {
                bucket++;
            }
            counts[bucket]++;
            sum += value;
            count++;
        }

        void write(ObjectNode point) {
            point.put("count", Long.toString(count)).put("sum", sum);
            ArrayNode buckets = point.putArray("bucketCounts");
            for (long bucket : counts) {
                buckets.add(Long.toString(bucket));
            }
            ArrayNode explicit = point.putArray("explicitBounds");
            for (double bound : bounds) {
                explicit.add(bound);
            }
        }
    }
}
