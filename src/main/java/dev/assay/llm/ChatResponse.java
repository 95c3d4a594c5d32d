package dev.assay.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer.
 *
 * @param text the visible text; may be empty
 * @param reasoning the reasoning text the provider showed; empty where none
 * @param finishReason why the model stopped
 * @param rawFinishReason the provider's own word, or null where it gave none
 * @param usage tokens as reported
 * @param latency how long it took
 * @param responseId the provider's id of the answer, or null
 * @param responseModel the model that the provider says answered, or null
 * @param adjustments what was sent otherwise than asked for
 * @param raw the bodies on the wire
 */
public record ChatResponse(
        String text,
        String reasoning,
        FinishReason finishReason,
        @Nullable String rawFinishReason,
        Usage usage,
        Latency latency,
        @Nullable String responseId,
        @Nullable String responseModel,
        List<Adjustment> adjustments,
        RawExchange raw) {
    public ChatResponse {
        adjustments = List.copyOf(adjustments);
    }
}
