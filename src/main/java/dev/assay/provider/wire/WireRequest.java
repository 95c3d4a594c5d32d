package dev.assay.provider.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Adjustment;
import java.util.List;

/**
 * A request in the form of a wire protocol.
 *
 * @param body what is sent
 * @param adjustments what it says otherwise than was asked
 */
public record WireRequest(ObjectNode body, List<Adjustment> adjustments) {
    public WireRequest {
        adjustments = List.copyOf(adjustments);
    }
}
