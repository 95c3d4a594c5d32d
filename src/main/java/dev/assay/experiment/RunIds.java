package dev.assay.experiment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Tells the time and names what happens at it.
 *
 * @param clock what time it is
 * @param random tells runs of the same second apart
 */
public record RunIds(InstantSource clock, RandomGenerator random) {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The time now, in whole milliseconds, as history keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A run's id: its time in UTC and four letters, short enough to type. */
    String runId(Instant startedAt) {
        var id = new StringBuilder(TIME.format(startedAt)).append('-');
        random.ints(4, 0, BASE32.length()).forEach(i -> id.append(BASE32.charAt(i)));
        return id.toString();
    }

    /** A call's id. */
    String invocationId() {
        return UUID.randomUUID().toString();
    }
}
