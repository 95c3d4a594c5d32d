package dev.assay.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer.
 *
 * @param text the visible text; may be empty
 * @param reasoning the reasoning text the provider showed; empty where none
 * @param toolCalls the tools that the model asks to have called; may be empty
 * @param parts the answer as parts of a message, with the provider's proofs of its reasoning; empty where there are none
 * @param finishReason why the model stopped
 * @param rawFinishReason the provider's own word, or null where it gave none
 * @param usage tokens as reported
 * @param latency how long it took
 * @param responseId the provider's id of the answer, or null
 * @param responseModel the model that the provider says answered, or null
 * @param adjustments what was sent otherwise than asked for
 * @param failedAttempts the tries before this one, in order
 * @param cache where the answer came from
 * @param raw the bodies on the wire
 * @param stages the calls that the answer took where it took several, in order, that which gave it among them; their tokens
 *     are in {@code usage}, but each has its own price. Empty where it took one. Not kept in history, where the cost is
 * @param figures the tokens of the text that are whole numbers, in order; empty where their probabilities were not asked
 *     for or not told. Not kept in history, where the score is
 */
public record ChatResponse(
        String text,
        String reasoning,
        List<ContentPart.ToolCall> toolCalls,
        List<ContentPart> parts,
        FinishReason finishReason,
        @Nullable String rawFinishReason,
        Usage usage,
        Latency latency,
        @Nullable String responseId,
        @Nullable String responseModel,
        List<Adjustment> adjustments,
        List<Attempt> failedAttempts,
        CacheStatus cache,
        RawExchange raw,
        List<Stage> stages,
        List<FigureToken> figures) {
    /** The adjustment that tells how similar the question was whose answer stands for this one. */
    public static final String SIMILARITY = "similarity";

    public ChatResponse {
        stages = List.copyOf(stages);
        figures = List.copyOf(figures);
        toolCalls = List.copyOf(toolCalls);
        parts = List.copyOf(parts);
        adjustments = List.copyOf(adjustments);
        failedAttempts = List.copyOf(failedAttempts);
    }

    /** An answer that took one call. */
    public ChatResponse(
            String text,
            String reasoning,
            List<ContentPart.ToolCall> toolCalls,
            List<ContentPart> parts,
            FinishReason finishReason,
            @Nullable String rawFinishReason,
            Usage usage,
            Latency latency,
            @Nullable String responseId,
            @Nullable String responseModel,
            List<Adjustment> adjustments,
            List<Attempt> failedAttempts,
            CacheStatus cache,
            RawExchange raw) {
        this(
                text,
                reasoning,
                toolCalls,
                parts,
                finishReason,
                rawFinishReason,
                usage,
                latency,
                responseId,
                responseModel,
                adjustments,
                failedAttempts,
                cache,
                raw,
                List.of(),
                List.of());
    }

    /** An answer of the provider at the first try, without tool calls. */
    public ChatResponse(
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
        this(
                text,
                reasoning,
                List.of(),
                List.of(),
                finishReason,
                rawFinishReason,
                usage,
                latency,
                responseId,
                responseModel,
                adjustments,
                List.of(),
                CacheStatus.NONE,
                raw);
    }

    /** The answer as people and judges read it: its text, then each tool call on a line of its own. */
    public String output() {
        return Stream.concat(
                        Stream.of(text).filter(part -> !part.isEmpty() || toolCalls.isEmpty()),
                        toolCalls.stream().map(ContentPart.ToolCall::shown))
                .collect(Collectors.joining("\n"));
    }

    /** The answer as a message of the conversation that goes on from it. */
    public Message.Assistant message() {
        if (!parts.isEmpty()) {
            return new Message.Assistant(parts);
        }
        List<ContentPart> plain = new ArrayList<>(toolCalls);
        if (!text.isEmpty() || toolCalls.isEmpty()) {
            plain.addFirst(new ContentPart.Text(text));
        }
        return new Message.Assistant(plain);
    }

    /**
     * The model that gave this answer, by which it is priced: the one asked, unless another was asked in its place.
     *
     * @param asked the model of the request
     */
    public ModelId servedBy(ModelId asked) {
        return adjustments.stream()
                .filter(adjustment -> adjustment.parameter().equals("model"))
                .map(Adjustment::sent)
                .filter(Objects::nonNull)
                .map(ModelId::parse)
                .findFirst()
                .orElse(asked);
    }

    /**
     * How similar the question was whose answer this is, above 0 up to 1; empty unless it is of the semantic cache.
     */
    public OptionalDouble similarity() {
        return cache != CacheStatus.SEMANTIC
                ? OptionalDouble.empty()
                : adjustments.stream()
                        .filter(adjustment -> adjustment.parameter().equals(SIMILARITY) && adjustment.sent() != null)
                        .mapToDouble(adjustment -> Double.parseDouble(Objects.requireNonNull(adjustment.sent())))
                        .findFirst();
    }

    /** The same answer with these tool calls. */
    public ChatResponse withToolCalls(List<ContentPart.ToolCall> calls) {
        return with(calls, latency, adjustments, failedAttempts, cache);
    }

    /** The same answer with these parts. */
    public ChatResponse withParts(List<ContentPart> shown) {
        return new ChatResponse(
                text,
                reasoning,
                toolCalls,
                shown,
                finishReason,
                rawFinishReason,
                usage,
                latency,
                responseId,
                responseModel,
                adjustments,
                failedAttempts,
                cache,
                raw,
                stages,
                figures);
    }

    /** The same answer, measured so. */
    public ChatResponse withLatency(Latency measured) {
        return with(toolCalls, measured, adjustments, failedAttempts, cache);
    }

    /** The same answer with these adjustments instead of its own. */
    public ChatResponse withAdjustments(List<Adjustment> made) {
        return with(toolCalls, latency, made, failedAttempts, cache);
    }

    /** The same answer after these tries. */
    public ChatResponse withFailedAttempts(List<Attempt> attempts) {
        return with(toolCalls, latency, adjustments, attempts, cache);
    }

    /** The same answer, from there. */
    public ChatResponse withCache(CacheStatus status) {
        return with(toolCalls, latency, adjustments, failedAttempts, status);
    }

    private ChatResponse with(
            List<ContentPart.ToolCall> calls,
            Latency measured,
            List<Adjustment> made,
            List<Attempt> attempts,
            CacheStatus status) {
        return new ChatResponse(
                text,
                reasoning,
                calls,
                parts,
                finishReason,
                rawFinishReason,
                usage,
                measured,
                responseId,
                responseModel,
                made,
                attempts,
                status,
                raw,
                stages,
                figures);
    }

    /**
     * The same answer as the last of several calls.
     *
     * @param whole the tokens of all of them
     * @param taken all of them
     */
    public ChatResponse withStages(Usage whole, List<Stage> taken) {
        return new ChatResponse(
                text,
                reasoning,
                toolCalls,
                parts,
                finishReason,
                rawFinishReason,
                whole,
                latency,
                responseId,
                responseModel,
                adjustments,
                failedAttempts,
                cache,
                raw,
                taken,
                figures);
    }

    /** The same answer with these figures. */
    public ChatResponse withFigures(List<FigureToken> told) {
        return new ChatResponse(
                text,
                reasoning,
                toolCalls,
                parts,
                finishReason,
                rawFinishReason,
                usage,
                latency,
                responseId,
                responseModel,
                adjustments,
                failedAttempts,
                cache,
                raw,
                stages,
                told);
    }
}
