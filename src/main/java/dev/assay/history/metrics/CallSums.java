package dev.assay.history.metrics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up calls. Not thread-safe. */
public final class CallSums {
    private static final String JUDGE = "judge";

    private long invocations;
    private long cached;
    private long inputTokens;
    private long outputTokens;
    private long totalTokens;
    private long unpriced;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal judgeCost = BigDecimal.ZERO;
    private BigDecimal saved = BigDecimal.ZERO;
    /** Of answers whose time is known too. */
    private long timedTokens;

    private double timedMillis;
    private final Map<String, Long> errors = new TreeMap<>();
    private LatencySketch latency = new LatencySketch();
    private LatencySketch firstToken = new LatencySketch();

    /** Adds a call. */
    public void add(CallRecord call) {
        invocations++;
        Long output = call.outputTokens();
        Double millis = call.latencyMs();
        inputTokens += orZero(call.inputTokens());
        outputTokens += orZero(output);
        totalTokens += orZero(call.totalTokens());
        if (call.error() != null) {
            errors.merge(call.error(), 1L, Long::sum);
        }
        addMoney(call);
        if (call.cached()) {
            // How quick the cache was says nothing of the model.
            cached++;
            return;
        }
        if (millis != null) {
            latency.add(millis);
            if (output != null && call.error() == null) {
                timedTokens += output;
                timedMillis += millis;
            }
        }
        if (call.firstTokenMs() != null) {
            firstToken.add(call.firstTokenMs());
        }
    }

    private void addMoney(CallRecord call) {
        if (call.costUsd() != null) {
            cost = cost.add(call.costUsd());
            if (call.operation().equals(JUDGE)) {
                judgeCost = judgeCost.add(call.costUsd());
            }
        } else if (call.error() == null) {
            unpriced++;
        }
        if (call.savedUsd() != null) {
            saved = saved.add(call.savedUsd());
        }
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    /** Adds what another one has added up. */
    public void add(CallSums other) {
        invocations += other.invocations;
        cached += other.cached;
        inputTokens += other.inputTokens;
        outputTokens += other.outputTokens;
        totalTokens += other.totalTokens;
        unpriced += other.unpriced;
        cost = cost.add(other.cost);
        judgeCost = judgeCost.add(other.judgeCost);
        saved = saved.add(other.saved);
        timedTokens += other.timedTokens;
        timedMillis += other.timedMillis;
        other.errors.forEach((type, times) -> errors.merge(type, times, Long::sum));
        latency.add(other.latency);
        firstToken.add(other.firstToken);
    }

    /** The figures so far. */
    public CallFigures figures(String name) {
        return new CallFigures(
                name,
                invocations,
                cached,
                inputTokens,
                outputTokens,
                totalTokens,
                cost,
                judgeCost,
                saved,
                unpriced,
                Map.copyOf(errors),
                new CallFigures.Times(
                        latency.mean(), latency.quantile(0.50), latency.quantile(0.95), latency.quantile(0.99)),
                new CallFigures.Times(
                        firstToken.mean(),
                        firstToken.quantile(0.50),
                        firstToken.quantile(0.95),
                        firstToken.quantile(0.99)),
                timedMillis == 0 ? null : timedTokens / timedMillis * 1000);
    }

    /** All of it, to be read back by {@link #of}. */
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (long value :
                    new long[] {invocations, cached, inputTokens, outputTokens, totalTokens, unpriced, timedTokens}) {
                Varint.write(out, value);
            }
            out.writeDouble(timedMillis);
            for (BigDecimal usd : new BigDecimal[] {cost, judgeCost, saved}) {
                out.writeUTF(usd.toString());
            }
            Varint.write(out, errors.size());
            for (Map.Entry<String, Long> error : errors.entrySet()) {
                out.writeUTF(error.getKey());
                Varint.write(out, error.getValue());
            }
            latency.write(out);
            firstToken.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #toBytes} has written. */
    public static CallSums of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var sums = new CallSums();
            sums.invocations = Varint.read(in);
            sums.cached = Varint.read(in);
            sums.inputTokens = Varint.read(in);
            sums.outputTokens = Varint.read(in);
            sums.totalTokens = Varint.read(in);
            sums.unpriced = Varint.read(in);
            sums.timedTokens = Varint.read(in);
            sums.timedMillis = in.readDouble();
            sums.cost = new BigDecimal(in.readUTF());
            sums.judgeCost = new BigDecimal(in.readUTF());
            sums.saved = new BigDecimal(in.readUTF());
            long types = Varint.read(in);
            for (long i = 0; i < types; i++) {
                sums.errors.put(in.readUTF(), Varint.read(in));
            }
            sums.latency = LatencySketch.read(in);
            sums.firstToken = LatencySketch.read(in);
            return sums;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
