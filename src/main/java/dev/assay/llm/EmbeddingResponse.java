package dev.assay.llm;

import java.util.List;

/**
 * Vectors of texts.
 *
 * @param vectors one a text, in the order of the texts, all of one length
 * @param usage tokens of all calls together
 * @param latency of all calls together
 * @param calls how many calls it took
 */
public record EmbeddingResponse(List<float[]> vectors, Usage usage, Latency latency, int calls) {
    public EmbeddingResponse {
        vectors = List.copyOf(vectors);
    }
}
