package dev.assay.experiment.batch;

import java.time.Duration;

/**
 * How long to wait before a provider is asked again how far a batch is: half as long again each time.
 *
 * @param first the first wait, longer than zero
 * @param most the longest wait, not shorter than the first
 * @param pause waits
 */
public record BatchPace(Duration first, Duration most, Pause pause) {
    /** Soon at first, as small batches may be done in a minute, then each minute. */
    public static final BatchPace USUAL = new BatchPace(Duration.ofSeconds(2), Duration.ofMinutes(1), Thread::sleep);

    /** Waits for a while. */
    @FunctionalInterface
    public interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    public BatchPace {
        if (!first.isPositive() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException("Waits from " + first + " to " + most);
        }
    }

    /** The wait after one of that length. */
    public Duration after(Duration wait) {
        Duration longer = wait.plus(wait.dividedBy(2));
        return longer.compareTo(most) > 0 ? most : longer;
    }
}
