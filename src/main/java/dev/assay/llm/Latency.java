package dev.assay.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long one call took.
 *
 * @param queued wait for a free slot before the call began; not part of {@code total}
 * @param total from handing the request over to the last byte
 * @param timeToFirstByte until the first byte of the body, or null where it was not seen
 * @param timeToFirstToken until the first visible text of a stream, or null where the call did not stream
 */
public record Latency(
        Duration queued,
        Duration total,
        @Nullable Duration timeToFirstByte,
        @Nullable Duration timeToFirstToken) {}
