package dev.assay.provider.profile;

import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatRequest;
import java.util.List;

/**
 * A request as a model takes it.
 *
 * @param request to be sent
 * @param adjustments in what it differs from the request that was asked for
 */
public record FittedRequest(ChatRequest request, List<Adjustment> adjustments) {
    public FittedRequest {
        adjustments = List.copyOf(adjustments);
    }
}
