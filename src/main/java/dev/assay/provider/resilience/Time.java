package dev.assay.provider.resilience;

import java.time.Duration;

/** The passing of time; another one in tests. */
interface Time {
    /** The time of this machine. */
    Time SYSTEM = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration wait) throws InterruptedException {
            Thread.sleep(wait);
        }
    };

    /** A point in time as nanoseconds, of meaning only beside another one. */
    long nanos();

    /** Waits. */
    void pause(Duration wait) throws InterruptedException;

    /** How long ago a point in time was. */
    default Duration since(long nanos) {
        return Duration.ofNanos(nanos() - nanos);
    }
}
