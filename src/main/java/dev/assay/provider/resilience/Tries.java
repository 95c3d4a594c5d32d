package dev.assay.provider.resilience;

import dev.assay.llm.Attempt;
import dev.assay.llm.CancelledException;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import dev.assay.provider.http.Deadline;
import dev.assay.settings.ProviderSettings;
import dev.assay.settings.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Makes a call, and makes it again where that may succeed. A call is in the queue while it waits for its turn only, and
 * gives its place back while it pauses before another try. Thread-safe.
 */
final class Tries {
    private final CallQueue queue;
    private final Backoff backoff;
    private final Timeouts timeouts;
    private final Time time;

    Tries(CallQueue queue, Backoff backoff, Timeouts timeouts, Time time) {
        this.queue = queue;
        this.backoff = backoff;
        this.timeouts = timeouts;
        this.time = time;
    }

    static Tries of(ProviderSettings settings, Time time) {
        var backoff = new Backoff(
                settings.limits().retries(), () -> ThreadLocalRandom.current().nextDouble());
        return new Tries(new CallQueue(settings.limits().concurrency(), time), backoff, settings.timeouts(), time);
    }

    /**
     * What came of a call.
     *
     * @param result the result of its last try
     * @param queued how long that try waited for its turn
     * @param failed the tries before it, in order
     */
    record Tried<T>(T result, Duration queued, List<Attempt> failed) {}

    /**
     * Makes a call.
     *
     * @param model what is asked
     * @param repeatable whether another try may still be made; asked after a failure
     * @param call the call
     * @throws LlmException where the last try failed; it tells those before
     * @throws CancelledException where the thread was interrupted, also while it waited
     */
    <T> Tried<T> make(ModelId model, BooleanSupplier repeatable, Supplier<T> call) {
        List<Attempt> failed = new ArrayList<>();
        Duration spent = Duration.ZERO;
        while (true) {
            CallQueue.Turn turn = queue.enter(model);
            long begun = time.nanos();
            try (turn) {
                T result = Deadline.within(left(spent), call);
                return new Tried<>(result, turn.queued(), failed);
            } catch (LlmException failure) {
                Duration took = time.since(begun);
                spent = spent.plus(took);
                Duration wait = wait(failure, failed.size(), spent)
                        .filter(pause -> repeatable.getAsBoolean())
                        .orElseThrow(() -> failure.after(failed));
                failed.add(new Attempt(model, failure.errorType(), failure.getMessage(), took, wait));
                spent = spent.plus(wait);
            }
            pause(model, failed.getLast().waited());
        }
    }

    private Duration left(Duration spent) {
        return timeouts.total() == null ? Deadline.NONE : timeouts.total().minus(spent);
    }

    /** The pause before another try, where one can still be begun within the time that a call may take. */
    private Optional<Duration> wait(LlmException failure, int failedBefore, Duration spent) {
        // Without a total, the longest silence that is borne bounds the begin of tries, not their end.
        Duration most = timeouts.total() == null ? timeouts.firstByte() : timeouts.total();
        return backoff.before(failure, failedBefore)
                .filter(wait -> spent.plus(wait).compareTo(most) < 0);
    }

    private void pause(ModelId model, Duration wait) {
        try {
            time.pause(wait);
        } catch (InterruptedException e) {
            throw new CancelledException(model + ": the call was cancelled while it waited for another try");
        }
    }
}
