package dev.assay.settings;

import dev.assay.llm.InputException;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a call may take; every time is longer than nothing.
 *
 * @param connect longest wait for a connection
 * @param firstByte longest wait for the first byte of an answer
 * @param idle longest silence within an answer
 * @param total longest time for a whole call with all its tries, or null where only the others bound it
 */
public record Timeouts(
        Duration connect,
        Duration firstByte,
        Duration idle,
        @Nullable Duration total) {
    /** What holds where the user says nothing. */
    public static final Timeouts USUAL =
            new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofMinutes(2), null);

    public Timeouts {
        Stream.of(connect, firstByte, idle, total == null ? idle : total).forEach(time -> {
            if (!time.isPositive()) {
                throw new InputException("A timeout is " + time + " but must be longer than nothing");
            }
        });
    }
}
