package dev.assay.experiment.estimate;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.ModelId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The calls that a run would make for one of its variants.
 *
 * @param prompt the name of the prompt
 * @param model that would be called
 * @param batched whether they would be sent in batches
 * @param requests one a case and repeat
 */
public record VariantCalls(String prompt, ModelId model, boolean batched, List<ChatRequest> requests) {
    /** More calls than this tell nothing new of their average. */
    private static final int LOOKED_AT = 500;

    public VariantCalls {
        requests = List.copyOf(requests);
    }

    /** Some of the requests, evenly spread; all where they are few. */
    List<ChatRequest> sample() {
        int size = requests.size();
        if (size <= LOOKED_AT) {
            return requests;
        }
        return IntStream.range(0, LOOKED_AT)
                .mapToObj(i -> requests.get((int) ((long) i * size / LOOKED_AT)))
                .toList();
    }
}
