package dev.assay.provider.resilience;

import dev.assay.llm.CallWait.Cause;
import dev.assay.provider.failure.ServerLimits;
import dev.assay.provider.failure.ServerLimits.Remaining;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Holds the calls of one model back while its server says that nothing is left, so that they do not all run into the
 * same refusal. Thread-safe.
 */
final class ModelPace {
    /** Longer waits are told by the server's refusal instead of made. */
    private static final Duration LONGEST = Duration.ofSeconds(120);

    private final Time time;
    private final Semaphore turn = new Semaphore(1, true);
    private long heldUntil;
    private long requestsLeft = Long.MAX_VALUE;
    private long tokensLeft = Long.MAX_VALUE;
    private long requestsReset;
    private long tokensReset;

    ModelPace(Time time) {
        this.time = time;
        this.heldUntil = time.nanos();
    }

    /** Waits for as long as the server wants, first come first served, and counts the call. */
    void enter(long tokens, Waits waits) throws InterruptedException {
        waits.lineUp(turn, Cause.SERVER_LIMIT, () -> expected(tokens));
        try {
            Duration wait = waitFor(tokens);
            while (wait.isPositive()) {
                waits.begin(Cause.SERVER_LIMIT, wait);
                time.pause(wait);
                wait = waitFor(tokens);
            }
        } finally {
            turn.release();
        }
    }

    /** No call is to begin for a while. */
    synchronized void hold(Duration wait) {
        if (wait.compareTo(LONGEST) <= 0) {
            heldUntil = later(heldUntil, time.nanos() + wait.toNanos());
        }
    }

    /** What the server says is left. */
    synchronized void heard(ServerLimits limits) {
        for (Remaining remaining : limits.remaining()) {
            if (remaining.reset().compareTo(LONGEST) <= 0) {
                long reset = time.nanos() + remaining.reset().toNanos();
                if (remaining.requests()) {
                    requestsLeft = remaining.amount();
                    requestsReset = reset;
                } else {
                    tokensLeft = remaining.amount();
                    tokensReset = reset;
                }
            }
        }
    }

    /** How long a call would wait now, and counts it where it would not. */
    private synchronized Duration waitFor(long tokens) {
        Duration wait = expected(tokens);
        if (!wait.isPositive()) {
            requestsLeft = requestsLeft == Long.MAX_VALUE ? requestsLeft : requestsLeft - 1;
            tokensLeft = tokensLeft == Long.MAX_VALUE ? tokensLeft : tokensLeft - tokens;
        }
        return wait;
    }

    private synchronized Duration expected(long tokens) {
        long now = time.nanos();
        if (requestsLeft != Long.MAX_VALUE && now - requestsReset >= 0) {
            requestsLeft = Long.MAX_VALUE;
        }
        if (tokensLeft != Long.MAX_VALUE && now - tokensReset >= 0) {
            tokensLeft = Long.MAX_VALUE;
        }
        long until = heldUntil;
        if (requestsLeft < 1) {
            until = later(until, requestsReset);
        }
        if (tokensLeft < tokens) {
            until = later(until, tokensReset);
        }
        return Duration.ofNanos(until - now);
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
