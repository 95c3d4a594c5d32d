package dev.assay.judge;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call that a judge made; kept so that everything it saw and said can be shown. Exactly one of {@code response} and
 * {@code failure} is set.
 *
 * @param startedAt when it was sent
 * @param request what the judge was asked
 * @param response what it answered, or null where the call failed
 * @param failure why the call failed, or null
 */
public record JudgeCall(
        Instant startedAt,
        ChatRequest request,
        @Nullable ChatResponse response,
        @Nullable LlmException failure) {

    /** The reply as it came; empty where the call failed. */
    public String rawReply() {
        return response == null ? "" : response.text();
    }
}
