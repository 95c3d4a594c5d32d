package dev.assay.history;

import dev.assay.llm.ModelId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is worth knowing of an earlier call to foretell the next one. Only calls that ended well and told their tokens
 * are remembered so, and none that the cache answered.
 *
 * @param operation whether it was an answer under test or a judge's
 * @param model that was called
 * @param inputTokens sent
 * @param outputTokens generated
 * @param latencyMs from the first byte sent to the last one read, in milliseconds; null for one of a batch
 */
public record PastCall(
        Operation operation,
        ModelId model,
        long inputTokens,
        long outputTokens,
        @Nullable Double latencyMs) {

    /** The mean of their latencies in milliseconds; not a number where none is known. */
    public static double meanLatencyMs(List<PastCall> calls) {
        return calls.stream()
                .flatMap(call -> Stream.ofNullable(call.latencyMs()))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }
}
