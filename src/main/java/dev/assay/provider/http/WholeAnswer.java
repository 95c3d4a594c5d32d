package dev.assay.provider.http;

import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Latency;
import dev.assay.llm.RawExchange;
import dev.assay.provider.wire.Answer;
import java.util.List;

/** A complete answer as callers get it. */
final class WholeAnswer {
    private WholeAnswer() {}

    /** @param answer without secrets */
    static ChatResponse of(Answer answer, Latency latency, List<Adjustment> adjustments, RawExchange raw) {
        return new ChatResponse(
                        answer.text(),
                        answer.reasoning(),
                        answer.finishReason(),
                        answer.rawFinishReason(),
                        answer.usage(),
                        latency,
                        answer.id(),
                        answer.model(),
                        adjustments,
                        raw)
                .withToolCalls(answer.toolCalls())
                .withParts(answer.parts());
    }
}
