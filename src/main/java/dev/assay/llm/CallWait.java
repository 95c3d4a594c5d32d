package dev.assay.llm;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a call is not under way just now.
 *
 * @param model what is asked
 * @param cause what it waits for
 * @param expected how long it will wait at least, longer than zero; null where that cannot be told
 */
public record CallWait(ModelId model, Cause cause, @Nullable Duration expected) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    public CallWait {
        if (expected != null && !expected.isPositive()) {
            throw new IllegalArgumentException("A wait must be longer than zero, not " + expected);
        }
    }

    /** What a call can wait for. */
    public enum Cause {
        /** The server said that nothing is left for now, or asked to wait. */
        SERVER_LIMIT,
        /** The user's own limit of requests or tokens a minute is used up. */
        OWN_LIMIT,
        /** As many calls of the provider are under way as may be at once. */
        TURN,
        /** The last try failed, and another one is made after a pause. */
        RETRY,
        /** The provider failed several times in a row and is left alone for a while. */
        REST
    }

    /** The expected wait in whole seconds, rounded up; 0 where it cannot be told. */
    public long seconds() {
        return expected == null ? 0 : Math.ceilDiv(expected.toNanos(), 1_000_000_000L);
    }

    /** The time of day at which it is expected to end, such as {@code 12:31:05}. */
    public String until(LocalTime now) {
        return CLOCK.format(now.plusSeconds(seconds()));
    }

    /** What it waits for as part of a sentence, such as {@code openai's rate limit}. */
    public String reason() {
        return switch (cause) {
            case SERVER_LIMIT -> model.provider() + "'s rate limit";
            case OWN_LIMIT -> "your limit a minute at " + model.provider();
            case TURN -> "a turn at " + model.provider();
            case RETRY -> "another try at " + model.provider();
            case REST -> model.provider() + " to recover";
        };
    }
}
