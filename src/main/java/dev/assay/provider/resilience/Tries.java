package dev.assay.provider.resilience;

import dev.assay.llm.Attempt;
import dev.assay.llm.CallWait.Cause;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import dev.assay.provider.failure.ServerLimits;
import dev.assay.provider.http.Deadline;
import dev.assay.settings.ProviderSettings;
import dev.assay.settings.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call, and makes it again where that may succeed. A call is in the queue while it waits for its turn only, and
 * gives its place back while it pauses before another try. Thread-safe.
 */
final class Tries {
    private final CallQueue queue;
    private final CircuitBreaker breaker;
    private final Backoff backoff;
    private final Timeouts timeouts;
    private final Time time;

    Tries(CallQueue queue, CircuitBreaker breaker, Backoff backoff, Timeouts timeouts, Time time) {
        this.queue = queue;
        this.breaker = breaker;
        this.backoff = backoff;
        this.timeouts = timeouts;
        this.time = time;
    }

    static Tries of(ProviderSettings settings, Time time) {
        var backoff = new Backoff(
                settings.limits().retries(), () -> ThreadLocalRandom.current().nextDouble());
        var breaker = new CircuitBreaker(time, settings.fallback().isEmpty());
        return new Tries(new CallQueue(settings.limits(), time), breaker, backoff, settings.timeouts(), time);
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
     * A call to be made.
     *
     * @param model what is asked
     * @param tokens how many it will take, as far as is known
     * @param repeatable whether another try may still be made; asked after a failure
     * @param make makes one try
     * @param listener hears that the call waits
     * @param taken how many tokens an answer took, or null where it does not tell
     */
    record Job<T>(
            ModelId model,
            long tokens,
            BooleanSupplier repeatable,
            Supplier<T> make,
            ChatListener listener,
            Function<T, @Nullable Long> taken) {}

    /**
     * Makes a call.
     *
     * @throws LlmException where the last try failed; it tells those before
     * @throws CancelledException where the thread was interrupted, also while it waited
     */
    <T> Tried<T> make(Job<T> job) {
        List<Attempt> failed = new ArrayList<>();
        var waits = new Waits(job.model(), job.listener());
        Duration spent = Duration.ZERO;
        while (true) {
            Cause cause;
            long asked = time.nanos();
            try (CallQueue.Turn turn = queue.enter(waits, job.tokens())) {
                boolean trial = admit(waits, failed);
                waits.over();
                long begun = time.nanos();
                try {
                    T result = once(job, trial, left(spent));
                    Long taken = job.taken().apply(result);
                    turn.settle(taken == null ? job.tokens() : taken);
                    return new Tried<>(result, Duration.ofNanos(begun - asked), failed);
                } catch (LlmException failure) {
                    Duration took = time.since(begun);
                    spent = spent.plus(took);
                    Duration wait = wait(failure, failed.size(), spent)
                            .filter(pause -> job.repeatable().getAsBoolean())
                            .orElseThrow(() -> failure.after(failed));
                    failed.add(new Attempt(job.model(), failure.errorType(), failure.getMessage(), took, wait));
                    spent = spent.plus(wait);
                    cause = failure instanceof LlmException.RateLimited ? Cause.SERVER_LIMIT : Cause.RETRY;
                }
            }
            pause(waits, cause, failed.getLast());
        }
    }

    private boolean admit(Waits waits, List<Attempt> failed) {
        try {
            return breaker.admit(waits);
        } catch (LlmException refusal) {
            throw refusal.after(failed);
        }
    }

    /** One try, of which queue and breaker learn how the server is. */
    private <T> T once(Job<T> job, boolean trial, Duration left) {
        boolean told = false;
        try {
            T result = ServerLimits.heardBy(
                    limits -> queue.heard(job.model(), limits), () -> Deadline.within(left, job.make()));
            breaker.answered();
            told = true;
            return result;
        } catch (LlmException failure) {
            breaker.failed(trial, failure);
            told = true;
            if (failure instanceof LlmException.RateLimited limited && limited.retryAfter() != null) {
                queue.hold(job.model(), limited.retryAfter());
            }
            throw failure;
        } finally {
            if (!told) {
                breaker.abandoned(trial);
            }
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

    private void pause(Waits waits, Cause cause, Attempt failed) {
        waits.begin(cause, failed.waited());
        try {
            time.pause(failed.waited());
        } catch (InterruptedException e) {
            throw new CancelledException(waits.model() + ": the call was cancelled while it waited for another try");
        }
    }
}
