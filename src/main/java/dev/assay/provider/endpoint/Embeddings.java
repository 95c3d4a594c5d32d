package dev.assay.provider.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.Usage;
import java.util.List;

/** How a protocol turns texts into vectors. Knows nothing of the network. */
public interface Embeddings {

    /**
     * The vectors of one call.
     *
     * @param vectors in the order of the texts
     * @param usage what the call took
     */
    record Vectors(List<float[]> vectors, Usage usage) {
        public Vectors {
            vectors = List.copyOf(vectors);
        }
    }

    /**
     * How much one call takes.
     *
     * @param texts the most texts, 1 or more
     * @param bytes the most bytes of text: a token has at least one, so this keeps a limit of tokens too
     */
    record Limits(int texts, int bytes) {}

    /** How much one call takes; a single longer text is sent as it is, for the provider to judge. */
    Limits limits();

    /** The call for texts that are within the limits. */
    Question ask(String basePath, EmbeddingRequest batch);

    /**
     * Reads the vectors.
     *
     * @throws UnusableAnswer where there are none
     */
    Vectors read(EmbeddingRequest batch, JsonNode answer);
}
