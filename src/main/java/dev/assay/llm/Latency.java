package dev.assay.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long one call took.
 *
 * @param queued wait for a free slot before the call began, or for the answers of a batch; not part of {@code total}
 * @param total from handing the request over to the last byte, or null where that was not measured, as in a batch
 * @param timeToFirstByte until the first byte of the body, or null where it was not seen
 * @param timeToFirstToken until the first visible text of a stream, or null where the call did not stream
 */
public record Latency(
        Duration queued,
        @Nullable Duration total,
        @Nullable Duration timeToFirstByte,
        @Nullable Duration timeToFirstToken) {

    /** The total for formats that must have one: zero where it was not measured. */
    public Duration measured() {
        return total == null ? Duration.ZERO : total;
    }
}
