package dev.assay.exchange.results.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.RecordedCall;
import dev.assay.history.metrics.CallRecord;
import dev.assay.history.search.CallEntry;
import dev.assay.llm.RawExchange;
import java.util.Locale;

/** A single call as JSON; what is not known is null. */
public final class CallJson {
    private CallJson() {}

    /** Its line in the list. */
    public static ObjectNode of(CallEntry entry) {
        CallRecord call = entry.figures();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", entry.id())
                .put("startedAt", call.startedAt().toString())
                .put("provider", call.provider())
                .put("model", call.model())
                .put("operation", call.operation())
                .put("prompt", call.prompt())
                .put("error", call.error())
                .put("cached", call.cached())
                .put("semantic", entry.semantic())
                .put("inputTokens", call.inputTokens())
                .put("outputTokens", call.outputTokens())
                .put("totalTokens", call.totalTokens())
                .put("costUsd", call.costUsd())
                .put("savedUsd", call.savedUsd())
                .put("latencyMs", call.latencyMs())
                .put("timeToFirstTokenMs", call.firstTokenMs())
                .put("starred", entry.mark().starred())
                .put("note", entry.mark().note());
        ArrayNode tags = node.putArray("tags");
        entry.mark().tags().forEach(tags::add);
        return node;
    }

    /** The same with its texts and its place in a run. */
    public static ObjectNode of(RecordedCall recorded) {
        ObjectNode node = of(recorded.entry());
        RecordedCall.Place place = recorded.place();
        if (place != null) {
            node.put("run", place.runId())
                    .put("variant", place.cell().variant())
                    .put("case", place.cell().testCase() + 1)
                    .put("repeat", place.cell().repeat() + 1);
        }
        Invocation invocation = recorded.invocation();
        if (invocation != null) {
            texts(node, invocation);
        }
        return node;
    }

    private static void texts(ObjectNode node, Invocation call) {
        ArrayNode messages = node.putArray("messages");
        call.request()
                .messages()
                .forEach(message -> messages.addObject()
                        .put("role", message.role().name().toLowerCase(Locale.ROOT))
                        .put("content", message.text()));
        node.put("metric", call.metric());
        node.put("batch", call.batch());
        switch (call.outcome()) {
            case Outcome.Completed completed -> {
                node.put("output", completed.response().output());
                node.put(
                        "finishReason",
                        completed.response().finishReason().name().toLowerCase(Locale.ROOT));
                node.put("cache", completed.response().cache().name().toLowerCase(Locale.ROOT));
                completed.response().similarity().ifPresent(similarity -> node.put("similarity", similarity));
                node.put("retries", completed.response().failedAttempts().size());
                ArrayNode adjustments = node.putArray("adjustments");
                completed
                        .response()
                        .adjustments()
                        .forEach(made -> adjustments
                                .addObject()
                                .put("parameter", made.parameter())
                                .put("asked", made.asked())
                                .put("sent", made.sent())
                                .put("reason", made.reason()));
                raw(node, completed.response().raw());
            }
            case Outcome.Failed failed -> {
                node.put("output", failed.partialText());
                node.put("errorMessage", failed.message());
                node.put("retries", failed.failedAttempts().size());
                raw(node, failed.raw());
            }
            case Outcome.Cancelled cancelled -> node.put("output", cancelled.partialText());
        }
    }

    private static void raw(ObjectNode node, RawExchange raw) {
        node.put("rawRequest", raw.request()).put("rawResponse", raw.response());
    }
}
