package dev.assay.provider.cache;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.llm.Adjustment;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ContentPart;
import dev.assay.llm.FigureToken;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.RawExchange;
import dev.assay.llm.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An answer as it is kept: what holds for every later call, so neither its latency nor the tries before it. */
record Entry(
        long keptAtEpochSecond,
        String text,
        String reasoning,
        List<ContentPart.ToolCall> toolCalls,
        @Nullable List<ContentPart> parts,
        FinishReason finishReason,
        @Nullable String rawFinishReason,
        Usage usage,
        @Nullable String responseId,
        @Nullable String responseModel,
        List<Adjustment> adjustments,
        RawExchange raw,
        @Nullable List<FigureToken> figures) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(ContentPart.class, ContentPartJson.class)
            .build();
    private static final Set<FinishReason> WHOLE =
            Set.of(FinishReason.STOP, FinishReason.LENGTH, FinishReason.TOOL_CALLS, FinishReason.REFUSAL);

    /** What is told of the tries and of the model that stood in holds for one call only. */
    private static final String TRIES = "tries";

    private static final String MODEL = "model";

    /** Whether an answer may stand for later ones: it is whole, and of the model that was asked. */
    static boolean worthKeeping(ChatResponse response) {
        return WHOLE.contains(response.finishReason())
                && response.adjustments().stream()
                        .noneMatch(made -> made.parameter().equals(MODEL));
    }

    static Entry of(ChatResponse response, Instant now) {
        return new Entry(
                now.getEpochSecond(),
                response.text(),
                response.reasoning(),
                response.toolCalls(),
                response.parts(),
                response.finishReason(),
                response.rawFinishReason(),
                response.usage(),
                response.responseId(),
                response.responseModel(),
                response.adjustments().stream()
                        .filter(made -> !made.parameter().equals(TRIES))
                        .toList(),
                response.raw(),
                response.figures().isEmpty() ? null : response.figures());
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ContentPart.Text.class, name = "text"),
        @JsonSubTypes.Type(value = ContentPart.Media.class, name = "media"),
        @JsonSubTypes.Type(value = ContentPart.ToolCall.class, name = "toolCall"),
        @JsonSubTypes.Type(value = ContentPart.ToolResult.class, name = "toolResult"),
        @JsonSubTypes.Type(value = ContentPart.Reasoning.class, name = "reasoning")
    })
    private interface ContentPartJson {}

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what {@link #toJson} wrote; empty where it is anything else. */
    static Optional<Entry> read(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, Entry.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    boolean isOlderThan(Duration age, Instant now) {
        return Instant.ofEpochSecond(keptAtEpochSecond).plus(age).isBefore(now);
    }

    ChatResponse response() {
        return new ChatResponse(
                        text,
                        reasoning,
                        toolCalls,
                        parts == null ? List.of() : parts,
                        finishReason,
                        rawFinishReason,
                        usage,
                        new Latency(Duration.ZERO, Duration.ZERO, null, null),
                        responseId,
                        responseModel,
                        adjustments,
                        List.of(),
                        CacheStatus.HIT,
                        raw)
                .withFigures(figures == null ? List.of() : figures);
    }
}
