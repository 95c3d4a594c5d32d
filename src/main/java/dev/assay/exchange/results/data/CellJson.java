package dev.assay.exchange.results.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.Figures;
import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.judge.Score;
import dev.assay.llm.Attempt;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.Latency;
import dev.assay.llm.Usage;
import dev.assay.pricing.Cost;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One cell as JSON. Cases and repeats are counted from 1, as people count rows. */
public final class CellJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private CellJson() {}

    /** The cell with its output, error, scores, usage, cost and latency; what is not known is null. */
    public static ObjectNode of(Run run, Cell cell) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("variant", run.variants().get(cell.key().variant()).label());
        node.put("case", cell.key().testCase() + 1);
        node.put("repeat", cell.key().repeat() + 1);
        node.set("inputs", MAPPER.valueToTree(cell.inputs()));
        node.put("expected", cell.expected());
        switch (cell.answer().outcome()) {
            case Outcome.Completed completed -> answer(node, completed.response());
            case Outcome.Failed failed -> {
                failure(node, failed.errorType(), failed.message(), failed.partialText());
                attempts(node.putArray("failedAttempts"), failed.failedAttempts());
            }
            case Outcome.Cancelled cancelled -> {
                failure(node, "cancelled", "Stopped before the answer was complete", cancelled.partialText());
                node.putArray("failedAttempts");
            }
        }
        node.put("requestId", requestId(cell.answer().outcome()));
        scores(node.putObject("scores"), cell);
        usage(node.putObject("usage"), usageOf(cell));
        Cost cost = cell.answer().cost();
        node.put("costUsd", cost == null ? null : cost.usd());
        node.put("cache", cacheOf(cell));
        node.put("batch", cell.answer().batch());
        node.put("similarity", similarityOf(cell));
        node.put("savedUsd", cell.answer().savedUsd());
        latency(node, cell);
        return node;
    }

    private static @Nullable String requestId(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed completed -> completed.response().raw().requestId();
            case Outcome.Failed failed -> failed.raw().requestId();
            case Outcome.Cancelled cancelled -> null;
        };
    }

    private static void answer(ObjectNode node, ChatResponse response) {
        node.put("output", response.output());
        var calls = node.putArray("toolCalls");
        response.toolCalls()
                .forEach(call -> calls.addObject()
                        .put("id", call.id())
                        .put("name", call.name())
                        .put("arguments", call.arguments()));
        node.put("finishReason", Figures.lowerCase(response.finishReason()));
        node.putNull("error");
        var adjustments = node.putArray("adjustments");
        response.adjustments()
                .forEach(adjustment -> adjustments
                        .addObject()
                        .put("parameter", adjustment.parameter())
                        .put("asked", adjustment.asked())
                        .put("sent", adjustment.sent())
                        .put("reason", adjustment.reason()));
        attempts(node.putArray("failedAttempts"), response.failedAttempts());
    }

    /** The tries before the last one. */
    private static void attempts(ArrayNode array, List<Attempt> attempts) {
        for (Attempt attempt : attempts) {
            array.addObject()
                    .put("model", attempt.model().toString())
                    .put("type", attempt.errorType())
                    .put("message", attempt.message())
                    .put("tookMs", millis(attempt.took()))
                    .put("waitedMs", millis(attempt.waited()));
        }
    }

    private static void failure(ObjectNode node, String type, String message, String partialText) {
        node.put("output", partialText.isEmpty() ? null : partialText);
        node.putNull("finishReason");
        node.putObject("error").put("type", type).put("message", message);
        node.putArray("toolCalls");
        node.putArray("adjustments");
    }

    private static void scores(ObjectNode node, Cell cell) {
        for (Score score : cell.scores()) {
            ObjectNode entry = node.putObject(score.metric());
            switch (score) {
                case Score.Scored scored ->
                    entry.put("value", scored.value())
                            .put("points", scored.points())
                            .put("rationale", scored.rationale());
                case Score.Unscored unscored -> entry.put("unscored", unscored.reason());
            }
        }
    }

    /** {@code none} where a call was made. */
    private static String cacheOf(Cell cell) {
        return Figures.lowerCase(
                cell.answer().outcome() instanceof Outcome.Completed completed
                        ? completed.response().cache()
                        : CacheStatus.NONE);
    }

    /** Null unless the semantic cache answered. */
    private static @Nullable Double similarityOf(Cell cell) {
        if (cell.answer().outcome() instanceof Outcome.Completed completed) {
            OptionalDouble similarity = completed.response().similarity();
            return similarity.isPresent() ? Double.valueOf(similarity.getAsDouble()) : null;
        }
        return null;
    }

    private static Usage usageOf(Cell cell) {
        return cell.answer().outcome() instanceof Outcome.Completed completed
                ? completed.response().usage()
                : Usage.UNKNOWN;
    }

    private static void usage(ObjectNode node, Usage usage) {
        node.put("inputTokens", usage.inputTokens());
        node.put("outputTokens", usage.outputTokens());
        node.put("cachedInputTokens", usage.cachedInputTokens());
        node.put("cacheWriteTokens", usage.cacheWriteTokens());
        node.put("reasoningTokens", usage.reasoningTokens());
    }

    private static void latency(ObjectNode node, Cell cell) {
        switch (cell.answer().outcome()) {
            case Outcome.Completed completed -> {
                Latency latency = completed.response().latency();
                node.put("latencyMs", millis(latency.total()));
                node.put("queuedMs", millis(latency.queued()));
                node.put("timeToFirstTokenMs", millis(latency.timeToFirstToken()));
            }
            case Outcome.Failed failed ->
                node.put("latencyMs", cell.answer().batch() == null ? millis(failed.elapsed()) : null)
                        .putNull("queuedMs")
                        .putNull("timeToFirstTokenMs");
            case Outcome.Cancelled cancelled ->
                node.putNull("latencyMs").putNull("queuedMs").putNull("timeToFirstTokenMs");
        }
    }

    private static @Nullable Double millis(@Nullable Duration duration) {
        return duration == null ? null : Double.valueOf(duration.toNanos() / 1e6);
    }
}
