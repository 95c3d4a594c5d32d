package dev.assay.provider.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The end of the time that a call may take in all, known to what it does on its thread. */
public final class Deadline {
    /** No end. */
    public static final Duration NONE = Duration.ofNanos(Long.MAX_VALUE);

    private static final ScopedValue<Long> END = ScopedValue.newInstance();

    private Deadline() {}

    /**
     * Does something that is to be over after a time; calls over HTTP are ended then with {@code TimedOut}.
     *
     * @param left the time left, or {@link #NONE}
     */
    public static <T> T within(Duration left, Supplier<T> work) {
        if (left.equals(NONE)) {
            return work.get();
        }
        return ScopedValue.where(END, System.nanoTime() + left.toNanos()).call(work::get);
    }

    /** The time left on this thread, less than nothing where it is over; empty where there is no end. */
    static Optional<Duration> left() {
        return END.isBound() ? Optional.of(Duration.ofNanos(END.get() - System.nanoTime())) : Optional.empty();
    }
}
