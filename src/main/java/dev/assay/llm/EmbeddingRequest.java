package dev.assay.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts to be turned into vectors.
 *
 * @param model where it goes
 * @param inputs the texts, none of them blank; any number, a provider cuts them into calls
 * @param dimensions length of the vectors wanted, or null for the model's own
 * @param purpose what the vectors are for
 */
public record EmbeddingRequest(
        ModelId model, List<String> inputs, @Nullable Integer dimensions, Purpose purpose) {

    /** What vectors are for; some models make other vectors of a question than of a passage. */
    public enum Purpose {
        QUERY,
        DOCUMENT,
        SIMILARITY,
        CLASSIFICATION,
        CLUSTERING,
        UNSPECIFIED
    }

    public EmbeddingRequest {
        inputs = List.copyOf(inputs);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).isBlank()) {
                throw new InputException("Text " + (i + 1) + " of " + inputs.size() + " to embed is empty");
            }
        }
        if (dimensions != null && dimensions < 1) {
            throw new InputException("dimensions is " + dimensions + " but must be 1 or more");
        }
    }
}
