package dev.assay.provider;

import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.Latency;
import dev.assay.llm.Usage;
import dev.assay.provider.endpoint.Embeddings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts embedding requests into calls, and joins their answers. */
final class EmbeddingBatches {
    private EmbeddingBatches() {}

    /** The request in parts that are within the limits, in its order; a text beyond them goes alone. */
    static List<EmbeddingRequest> cut(EmbeddingRequest request, Embeddings.Limits limits) {
        var batches = new ArrayList<EmbeddingRequest>();
        var batch = new ArrayList<String>();
        long bytes = 0;
        for (String text : request.inputs()) {
            int size = text.getBytes(StandardCharsets.UTF_8).length;
            if (!batch.isEmpty() && (batch.size() == limits.texts() || bytes + size > limits.bytes())) {
                batches.add(part(request, batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(text);
            bytes += size;
        }
        batches.add(part(request, batch));
        return batches;
    }

    private static EmbeddingRequest part(EmbeddingRequest request, List<String> texts) {
        return new EmbeddingRequest(request.model(), texts, request.dimensions(), request.purpose());
    }

    /**
     * One answer of those to the parts.
     *
     * @param nanos how long they took in all
     */
    static EmbeddingResponse join(List<EmbeddingResponse> parts, long nanos) {
        List<float[]> vectors =
                parts.stream().flatMap(part -> part.vectors().stream()).toList();
        Duration queued = parts.stream()
                .map(part -> part.latency().queued())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new EmbeddingResponse(
                vectors,
                usage(parts.stream().map(EmbeddingResponse::usage).toList()),
                new Latency(queued, Duration.ofNanos(nanos), null, null),
                parts.stream().mapToInt(EmbeddingResponse::calls).sum(),
                parts.stream().flatMap(part -> part.adjustments().stream()).toList());
    }

    private static Usage usage(List<Usage> parts) {
        return new Usage(sum(parts, Usage::inputTokens), sum(parts, Usage::outputTokens), null, null, null, null);
    }

    /** The sum of what is known of all; what one part does not tell is not known of the whole. */
    private static @Nullable Long sum(List<Usage> parts, Function<Usage, @Nullable Long> count) {
        if (parts.stream().anyMatch(part -> count.apply(part) == null)) {
            return null;
        }
        return parts.stream()
                .map(count)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
