package dev.assay.provider.http;

import dev.assay.provider.failure.TimeWords;
import dev.assay.settings.ProviderSettings;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one call: measures it, and cancels it when the first byte or any later byte is overdue. A limit on the
 * whole call would cut healthy long streams, so there is none but what the user sets.
 */
final class CallWatch implements AutoCloseable {
    private final Call call;
    private final ScheduledExecutorService timer;
    private final Duration firstByteTimeout;
    private final Duration idleTimeout;
    private final long started = System.nanoTime();
    private volatile long waitingSince = started;
    private volatile boolean waiting = true;
    private volatile @Nullable Duration firstByte;
    private volatile @Nullable String overdue;
    private @Nullable ScheduledFuture<?> alarm;
    private @Nullable ScheduledFuture<?> lastAlarm;
    private boolean closed;
    private @Nullable Duration firstText;

    CallWatch(Call call, ScheduledExecutorService timer, ProviderSettings settings) {
        this.call = call;
        this.timer = timer;
        this.firstByteTimeout = settings.timeouts().firstByte();
        this.idleTimeout = settings.timeouts().idle();
        setAlarm(firstByteTimeout);
        Duration total = settings.timeouts().total();
        Duration left = Deadline.left().orElse(total);
        if (total != null && left != null) {
            lastAlarm = timer.schedule(
                    () -> cancel("not complete within " + TimeWords.of(total) + " (timeouts.total)"),
                    left.toNanos(),
                    TimeUnit.NANOSECONDS);
        }
    }

    /** The next bytes of the body are waited for. The time that the reader of the text takes does not count. */
    void waits() {
        if (firstByte != null) {
            waitingSince = System.nanoTime();
            waiting = true;
        }
    }

    /** Bytes of the body have arrived. */
    void bytes() {
        if (firstByte == null) {
            firstByte = elapsed();
            setAlarm(idleTimeout);
        }
        waiting = false;
    }

    /** Visible text has arrived. */
    void text() {
        if (firstText == null) {
            firstText = elapsed();
        }
    }

    /** Time since the request was handed over. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Time to the first byte of the body, or null. */
    @Nullable
    Duration firstByte() {
        return firstByte;
    }

    /** Time to the first visible text, or null. */
    @Nullable
    Duration firstText() {
        return firstText;
    }

    /** What this clock cancelled the call for, in words, or null. */
    @Nullable
    String overdue() {
        return overdue;
    }

    private synchronized void setAlarm(Duration wait) {
        if (alarm != null) {
            alarm.cancel(false);
        }
        if (!closed) {
            alarm = timer.schedule(this::check, wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void check() {
        boolean first = firstByte == null;
        Duration limit = first ? firstByteTimeout : idleTimeout;
        Duration left = waiting ? limit.minusNanos(System.nanoTime() - waitingSince) : limit;
        if (left.isPositive()) {
            setAlarm(left);
        } else {
            cancel(
                    first
                            ? "no answer within " + TimeWords.of(limit) + " (timeouts.firstByte)"
                            : "silent for " + TimeWords.of(limit) + " in the middle of the answer (timeouts.idle)");
        }
    }

    private void cancel(String reason) {
        overdue = reason;
        call.cancel();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (alarm != null) {
            alarm.cancel(false);
        }
        if (lastAlarm != null) {
            lastAlarm.cancel(false);
        }
    }
}
