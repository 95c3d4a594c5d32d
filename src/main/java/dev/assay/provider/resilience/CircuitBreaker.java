package dev.assay.provider.resilience;

import dev.assay.llm.CallWait.Cause;
import dev.assay.llm.CancelledException;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a server rest that failed several times in a row. Calls wait for the end of a first short rest, as most troubles
 * are over then and a run of thousands is not to fail within it; one call then tries the server. Where that fails too,
 * calls fail at once during longer and longer rests. Only failures that tell of the server count, and any answer of it
 * ends them. Thread-safe.
 */
final class CircuitBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int FAILURES = 5;
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofSeconds(60);

    private final Time time;
    private final boolean waitsFirst;
    private State state = State.CLOSED;
    private int failures;
    private int failedTrials;
    private long restsUntil;
    private String lastFailure = "";

    private enum State {
        CLOSED,
        RESTING,
        ON_TRIAL
    }

    /**
     * A breaker of a server that is well.
     *
     * @param waitsFirst whether calls wait for the end of the first rest; not where other models can be asked
     */
    CircuitBreaker(Time time, boolean waitsFirst) {
        this.time = time;
        this.waitsFirst = waitsFirst;
    }

    /**
     * Lets a call through, perhaps after a short rest. Tell how each call ended that was let through.
     *
     * @param waits of the call
     * @return whether it is the one that tries the server
     * @throws LlmException.Overloaded where the server rests; tells until when and why
     * @throws CancelledException where the thread was interrupted
     */
    boolean admit(Waits waits) {
        ModelId model = waits.model();
        try {
            while (true) {
                Duration rest;
                synchronized (this) {
                    while (state == State.ON_TRIAL && waits()) {
                        waits.begin(Cause.REST, null);
                        wait();
                    }
                    if (state == State.CLOSED) {
                        return false;
                    }
                    rest = Duration.ofNanos(restsUntil - time.nanos());
                    if (state == State.RESTING && !rest.isPositive()) {
                        state = State.ON_TRIAL;
                        return true;
                    }
                    if (!waits()) {
                        throw refusal(model, rest);
                    }
                }
                waits.begin(Cause.REST, rest);
                time.pause(rest);
            }
        } catch (InterruptedException e) {
            throw new CancelledException(model + ": the call was cancelled while the provider rested");
        }
    }

    /** The server answered a call. */
    synchronized void answered() {
        if (state != State.CLOSED) {
            LOG.info("The provider answers again");
        }
        state = State.CLOSED;
        failures = 0;
        failedTrials = 0;
        notifyAll();
    }

    /** A call failed. */
    synchronized void failed(boolean trial, LlmException failure) {
        if (tellsOfTrouble(failure)) {
            lastFailure = failure.getMessage().replaceFirst("^\\S+: ", "");
            if (trial) {
                failedTrials++;
                rest(failure.detail().model());
            } else if (state == State.CLOSED && ++failures >= FAILURES) {
                rest(failure.detail().model());
            }
        } else if (failure.detail().httpStatus() != null) {
            answered();
        } else {
            abandoned(trial);
        }
    }

    /** A call ended and told nothing of the server. */
    synchronized void abandoned(boolean trial) {
        if (trial) {
            state = State.RESTING;
            restsUntil = time.nanos();
            notifyAll();
        }
    }

    private boolean waits() {
        return waitsFirst && failedTrials == 0;
    }

    private void rest(ModelId model) {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failedTrials, 10));
        rest = rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
        state = State.RESTING;
        restsUntil = time.nanos() + rest.toNanos();
        LOG.warn("Provider {} rests for {} s: {}", model.provider(), rest.toSeconds(), lastFailure);
        notifyAll();
    }

    /** No connection, silence, or an error of the server; not an answer that is unusable for other reasons. */
    private static boolean tellsOfTrouble(LlmException failure) {
        Integer status = failure.detail().httpStatus();
        return switch (failure) {
            case LlmException.Unreachable unreachable -> status == null;
            case LlmException.TimedOut timedOut -> status == null;
            case LlmException.Overloaded overloaded -> status != null && status >= 500;
            default -> false;
        };
    }

    private LlmException refusal(ModelId model, Duration rest) {
        String until = rest.isPositive()
                ? "rests until " + CLOCK.format(LocalTime.now().plus(rest).plusSeconds(1))
                : "rests, and is being tried again just now,";
        return new LlmException.Overloaded(
                model + ": provider " + model.provider() + " " + until + " as it failed " + (FAILURES + failedTrials)
                        + " times in a row: " + lastFailure,
                LlmException.Detail.of(model));
    }
}
