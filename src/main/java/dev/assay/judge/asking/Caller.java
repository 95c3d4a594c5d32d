package dev.assay.judge.asking;

import dev.assay.judge.JudgeCall;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import java.time.InstantSource;

/** Asks a judging model; what comes of it is kept, a failure too. */
public record Caller(LlmProvider provider, InstantSource clock) {

    /** Asks once. Throws {@link dev.assay.llm.CancelledException} where the thread was interrupted. */
    public JudgeCall call(ChatRequest request, ChatListener listener) {
        var startedAt = clock.instant();
        try {
            return new JudgeCall(startedAt, request, provider.chat(request, listener), null);
        } catch (LlmException e) {
            return new JudgeCall(startedAt, request, null, e);
        }
    }
}
