package dev.assay.provider.http;

import dev.assay.settings.ProviderSettings;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one call: measures it, and cancels it when the first byte or any later byte is overdue. A limit on the
 * whole call would cut healthy long streams, so there is none.
 */
final class CallWatch implements AutoCloseable {
    private final Call call;
    private final ScheduledExecutorService timer;
    private final Duration firstByteTimeout;
    private final Duration idleTimeout;
    private final long started = System.nanoTime();
    private volatile long lastByte;
    private volatile @Nullable Duration firstByte;
    private volatile @Nullable String overdue;
    private volatile @Nullable ScheduledFuture<?> alarm;
    private @Nullable Duration firstText;

    CallWatch(Call call, ScheduledExecutorService timer, ProviderSettings settings) {
        this.call = call;
        this.timer = timer;
        this.firstByteTimeout = settings.firstByteTimeout();
        this.idleTimeout = settings.idleTimeout();
        setAlarm(firstByteTimeout);
    }

    /** Bytes of the body have arrived. */
    void bytes() {
        lastByte = System.nanoTime();
        if (firstByte == null) {
            firstByte = elapsed();
            close();
            setAlarm(idleTimeout);
        }
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

    private void setAlarm(Duration wait) {
        alarm = timer.schedule(this::check, wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void check() {
        boolean waiting = firstByte == null;
        Duration limit = waiting ? firstByteTimeout : idleTimeout;
        Duration left = limit.minusNanos(System.nanoTime() - (waiting ? started : lastByte));
        if (left.isPositive()) {
            setAlarm(left);
        } else {
            overdue = waiting
                    ? "no answer within " + words(limit) + " (timeouts.firstByte)"
                    : "silent for " + words(limit) + " in the middle of the answer (timeouts.idle)";
            call.cancel();
        }
    }

    /** A duration as it is written in the settings. */
    static String words(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + "ms";
        }
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }

    @Override
    public void close() {
        ScheduledFuture<?> pending = alarm;
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
