package dev.assay.provider.cache;

import dev.assay.llm.Adjustment;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ContentPart;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Requests and answers to cache. */
final class Answers {
    static final ModelId MODEL = new ModelId("house", "small");

    private Answers() {}

    static ChatRequest request(String text) {
        return new ChatRequest(
                MODEL, List.of(Message.of(Role.USER, text)), ModelParameters.DEFAULTS, ResponseFormat.TEXT, true);
    }

    static ChatResponse answer(String text) {
        return answer(text, FinishReason.STOP);
    }

    static ChatResponse answer(String text, FinishReason finish) {
        return new ChatResponse(
                text,
                "because",
                List.of(new ContentPart.ToolCall("1", "look", "{}")),
                List.of(
                        new ContentPart.Reasoning("because", "proof", false, "r1"),
                        new ContentPart.Text(text),
                        new ContentPart.ToolCall("1", "look", "{}")),
                finish,
                "stop",
                new Usage(3L, 4L, 1L, null, 2L, new BigDecimal("0.25")).withRaw("{\"in\":3}"),
                new Latency(Duration.ofMillis(1), Duration.ofSeconds(2), null, Duration.ofMillis(3)),
                "id",
                "small-1",
                List.of(new Adjustment("topK", "3", null, "not taken")),
                List.of(),
                CacheStatus.NONE,
                new RawExchange("{}", "{\"a\":1}"));
    }
}
