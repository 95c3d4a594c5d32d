package dev.assay.history.metrics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells quantiles of times without keeping them: each is counted in a bucket whose bounds grow by a ratio, so that
 * what is told differs from the true value by at most {@value #ERROR} of it. Two sketches add up without further loss.
 * After DDSketch (Masson, Rim, Lee: DDSketch, a fast and fully-mergeable quantile sketch, VLDB 2019). Not thread-safe.
 */
public final class LatencySketch {
    /** The largest relative error of a quantile. */
    public static final double ERROR = 0.005;

    private static final double RATIO = (1 + ERROR) / (1 - ERROR);
    private static final double LOG_RATIO = Math.log(RATIO);

    /** Less than a microsecond is told as nothing. */
    private static final double SMALLEST_MS = 0.001;

    private static final int ROOM = 64;

    private long[] counts = new long[0];
    /** The bucket of the first of the counts. */
    private int first;

    private long zeros;
    private long count;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double most;

    /** Counts a time in milliseconds; a negative one counts as nothing. */
    void add(double millis) {
        double value = Math.max(0, millis);
        count++;
        sum += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
        if (value < SMALLEST_MS) {
            zeros++;
        } else {
            add((int) Math.ceil(Math.log(value) / LOG_RATIO), 1);
        }
    }

    private void add(int bucket, long times) {
        if (counts.length == 0) {
            first = bucket - ROOM / 2;
            counts = new long[ROOM];
        } else if (bucket < first) {
            int more = first - bucket + ROOM;
            long[] wider = new long[counts.length + more];
            System.arraycopy(counts, 0, wider, more, counts.length);
            counts = wider;
            first -= more;
        } else if (bucket >= first + counts.length) {
            counts = Arrays.copyOf(counts, bucket - first + ROOM);
        }
        counts[bucket - first] += times;
    }

    /** Counts what another one has counted. */
    void add(LatencySketch other) {
        count += other.count;
        zeros += other.zeros;
        sum += other.sum;
        least = Math.min(least, other.least);
        most = Math.max(most, other.most);
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] > 0) {
                add(other.first + i, other.counts[i]);
            }
        }
    }

    /** Number of times. */
    public long count() {
        return count;
    }

    /** Their mean in milliseconds, exact, or null where there are none. */
    public @Nullable Double mean() {
        return count == 0 ? null : sum / count;
    }

    /** Their sum in milliseconds. */
    double sum() {
        return sum;
    }

    /**
     * The smallest time that a share of them does not exceed (nearest rank), in milliseconds; null where there are none.
     *
     * @param share above 0 and at most 1
     */
    public @Nullable Double quantile(double share) {
        if (count == 0) {
            return null;
        }
        long rank = Math.max(1, (long) Math.ceil(share * count));
        long passed = zeros;
        if (rank <= passed) {
            return 0.0;
        }
        for (int i = 0; i < counts.length; i++) {
            passed += counts[i];
            if (rank <= passed) {
                double middle = 2 * Math.pow(RATIO, first + i) / (RATIO + 1);
                return Math.clamp(middle, least, most);
            }
        }
        return most;
    }

    void write(DataOutput out) throws IOException {
        Varint.write(out, count);
        if (count == 0) {
            return;
        }
        Varint.write(out, zeros);
        out.writeDouble(sum);
        out.writeDouble(least);
        out.writeDouble(most);
        long filled = Arrays.stream(counts).filter(times -> times > 0).count();
        Varint.write(out, filled);
        int last = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                Varint.writeSigned(out, (long) first + i - last);
                Varint.write(out, counts[i]);
                last = first + i;
            }
        }
    }

    static LatencySketch read(DataInput in) throws IOException {
        var sketch = new LatencySketch();
        sketch.count = Varint.read(in);
        if (sketch.count == 0) {
            return sketch;
        }
        sketch.zeros = Varint.read(in);
        sketch.sum = in.readDouble();
        sketch.least = in.readDouble();
        sketch.most = in.readDouble();
        long filled = Varint.read(in);
        int bucket = 0;
        for (long i = 0; i < filled; i++) {
            bucket += (int) Varint.readSigned(in);
            sketch.add(bucket, Varint.read(in));
        }
        return sketch;
    }
}
