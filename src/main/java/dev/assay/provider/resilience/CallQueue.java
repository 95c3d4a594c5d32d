package dev.assay.provider.resilience;

import dev.assay.llm.CallWait.Cause;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ModelId;
import dev.assay.provider.failure.ServerLimits;
import dev.assay.settings.CallLimits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lets the calls of a provider begin within its limits, first come first served: so many at once, so many requests and
 * tokens a minute, and none of a model while its server wants none. Thread-safe.
 */
final class CallQueue {
    private final Semaphore slots;
    private final Semaphore turn = new Semaphore(1, true);
    private final @Nullable MinuteLimit requests;
    private final @Nullable MinuteLimit tokens;
    private final Map<ModelId, ModelPace> paces = new ConcurrentHashMap<>();
    private final Time time;

    CallQueue(CallLimits limits, Time time) {
        this.slots = new Semaphore(limits.concurrency(), true);
        this.requests = minute(limits.requestsPerMinute(), time);
        this.tokens = minute(limits.tokensPerMinute(), time);
        this.time = time;
    }

    private static @Nullable MinuteLimit minute(@Nullable Integer most, Time time) {
        return most == null ? null : new MinuteLimit(most, time);
    }

    /** The right to make one call; closing it lets another one in. */
    record Turn(Duration queued, Semaphore slots, @Nullable MinuteLimit tokens, MinuteLimit.@Nullable Use use)
            implements AutoCloseable {
        /** The call took so many tokens in the end. */
        void settle(long amount) {
            if (tokens != null && use != null) {
                tokens.settle(use, amount);
            }
        }

        @Override
        public void close() {
            slots.release();
        }
    }

    /**
     * Waits until a call may begin.
     *
     * @param waits of the call
     * @param tokens how many it will take, as far as is known
     * @throws CancelledException where the thread was interrupted; nothing was taken
     */
    Turn enter(Waits waits, long tokens) {
        ModelId model = waits.model();
        long asked = time.nanos();
        try {
            pace(model).enter(tokens, waits);
            waits.lineUp(slots, Cause.TURN, () -> null);
        } catch (InterruptedException e) {
            throw cancelled(model);
        }
        try {
            MinuteLimit.Use use = takeOfMinute(tokens, waits);
            return new Turn(time.since(asked), slots, this.tokens, use);
        } catch (InterruptedException e) {
            slots.release();
            throw cancelled(model);
        }
    }

    /** What a server said while it answered a call to a model. */
    void heard(ModelId model, ServerLimits limits) {
        pace(model).heard(limits);
    }

    /** No call to a model is to begin for a while. */
    void hold(ModelId model, Duration wait) {
        pace(model).hold(wait);
    }

    private MinuteLimit.@Nullable Use takeOfMinute(long amount, Waits waits) throws InterruptedException {
        if (requests == null && tokens == null) {
            return null;
        }
        waits.lineUp(turn, Cause.OWN_LIMIT, () -> minuteWait(amount));
        try {
            Duration wait = minuteWait(amount);
            while (wait.isPositive()) {
                waits.begin(Cause.OWN_LIMIT, wait);
                time.pause(wait);
                wait = minuteWait(amount);
            }
            if (requests != null) {
                requests.use(1);
            }
            return tokens == null ? null : tokens.use(amount);
        } finally {
            turn.release();
        }
    }

    private Duration minuteWait(long amount) {
        Duration one = requests == null ? Duration.ZERO : requests.waitFor(1);
        Duration other = tokens == null ? Duration.ZERO : tokens.waitFor(amount);
        return one.compareTo(other) >= 0 ? one : other;
    }

    private ModelPace pace(ModelId model) {
        return paces.computeIfAbsent(model, name -> new ModelPace(time));
    }

    private static CancelledException cancelled(ModelId model) {
        return new CancelledException(model + ": the call was cancelled before it began");
    }
}
