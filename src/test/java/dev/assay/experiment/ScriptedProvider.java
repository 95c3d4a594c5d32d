package dev.assay.experiment;

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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Answers as a test's script says, and remembers what it was asked. */
final class ScriptedProvider implements LlmProvider {
    final List<String> asked = new CopyOnWriteArrayList<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Function<ChatRequest, String> script;

    ScriptedProvider(Function<ChatRequest, String> script) {
        this.script = script;
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        asked.add(request.model().model() + ": " + request.messages().getLast().text());
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            String text = script.apply(request);
            listener.onText(text);
            return response(text);
        } finally {
            underWay.decrementAndGet();
        }
    }

    static ChatResponse response(String text) {
        return new ChatResponse(
                text,
                "",
                FinishReason.STOP,
                null,
                Usage.of(10, 5),
                new Latency(Duration.ZERO, Duration.ofMillis(7), null, null),
                null,
                null,
                List.of(),
                RawExchange.NONE);
    }

    @Override
    public List<ModelId> models() {
        return List.of();
    }
}
