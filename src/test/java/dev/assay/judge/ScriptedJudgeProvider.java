package dev.assay.judge;

import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.RawExchange;
import dev.assay.llm.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers with the given replies in turn; an exception among them is thrown. */
public final class ScriptedJudgeProvider implements LlmProvider {
    public final List<ChatRequest> requests = new ArrayList<>();
    private final Deque<Object> replies;

    public ScriptedJudgeProvider(Object... replies) {
        this.replies = new ArrayDeque<>(List.of(replies));
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        requests.add(request);
        Object reply = replies.removeFirst();
        if (reply instanceof RuntimeException failure) {
            throw failure;
        }
        return reply instanceof ChatResponse whole ? whole : response(reply.toString());
    }

    @Override
    public List<ModelId> models() {
        return List.of();
    }

    public static ChatResponse response(String text) {
        return new ChatResponse(
                text,
                "",
                text.endsWith("...") ? FinishReason.LENGTH : FinishReason.STOP,
                null,
                Usage.UNKNOWN,
                new Latency(Duration.ZERO, Duration.ofMillis(1), null, null),
                null,
                null,
                List.of(),
                RawExchange.NONE);
    }
}
