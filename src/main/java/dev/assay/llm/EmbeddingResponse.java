package dev.assay.llm;

import java.util.List;

/**
 * Vectors of texts.
 *
 * @param vectors one a text, in the order of the texts, all of one length
 * @param usage tokens of all calls together
 * @param latency of all calls together
 * @param calls how many calls it took
 * @param adjustments what was embedded otherwise than asked for, such as a text that was too long for the model
 */
public record EmbeddingResponse(
        List<float[]> vectors, Usage usage, Latency latency, int calls, List<Adjustment> adjustments) {
    public EmbeddingResponse {
        vectors = List.copyOf(vectors);
        adjustments = List.copyOf(adjustments);
    }

    /** Vectors of just what was asked for. */
    public EmbeddingResponse(List<float[]> vectors, Usage usage, Latency latency, int calls) {
        this(vectors, usage, latency, calls, List.of());
    }
}
