package dev.assay.exchange.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.metrics.CallRecord;
import dev.assay.history.search.CallEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls a line each. The names of the first fields are those of plain logs, so that {@code assay import log} reads the
 * lines back.
 */
public final class CallLines {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> COLUMNS = List.of(
            "timestamp",
            "provider",
            "model",
            "operation",
            "prompt_tokens",
            "completion_tokens",
            "total_tokens",
            "latency_ms",
            "cost_usd",
            "error",
            "id",
            "prompt",
            "cached",
            "saved_usd",
            "first_token_ms",
            "starred",
            "tags",
            "note");
    private static final ObjectWriter CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writer(CsvSchema.builder()
                    .addColumns(COLUMNS, CsvSchema.ColumnType.STRING)
                    .build()
                    .withLineSeparator(""));

    private CallLines() {}

    /**
     * A call as one line of JSON, without its end; what is not known is left out.
     *
     * @param texts what was sent and what came, or null to leave them out
     */
    public static String json(CallEntry entry, @Nullable Invocation texts) {
        CallRecord call = entry.figures();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("timestamp", call.startedAt().toString())
                .put("provider", call.provider())
                .put("model", call.model())
                .put("operation", call.operation());
        put(node, "prompt_tokens", call.inputTokens());
        put(node, "completion_tokens", call.outputTokens());
        put(node, "total_tokens", call.totalTokens());
        if (call.latencyMs() != null) {
            node.put("latency_ms", call.latencyMs());
        }
        if (call.costUsd() != null) {
            node.put("cost_usd", call.costUsd());
        }
        text(node, "error", call.error());
        node.put("id", entry.id());
        text(node, "prompt", call.prompt());
        node.put("cached", call.cached());
        if (call.savedUsd() != null) {
            node.put("saved_usd", call.savedUsd());
        }
        if (call.firstTokenMs() != null) {
            node.put("first_token_ms", call.firstTokenMs());
        }
        if (!entry.mark().isNone()) {
            node.put("starred", entry.mark().starred());
            ArrayNode tags = node.putArray("tags");
            entry.mark().tags().forEach(tags::add);
            text(node, "note", entry.mark().note());
        }
        if (texts != null) {
            texts(node, texts);
        }
        return write(node);
    }

    private static void texts(ObjectNode node, Invocation call) {
        ArrayNode messages = node.putArray("messages");
        call.request()
                .messages()
                .forEach(message -> messages.addObject()
                        .put("role", message.role().name().toLowerCase(Locale.ROOT))
                        .put("content", message.text()));
        switch (call.outcome()) {
            case Outcome.Completed completed ->
                node.put("output", completed.response().output());
            case Outcome.Failed failed ->
                node.put("output", failed.partialText()).put("error_message", failed.message());
            case Outcome.Cancelled cancelled -> node.put("output", cancelled.partialText());
        }
    }

    private static void put(ObjectNode node, String name, @Nullable Long value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static void text(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    /** The heading of the CSV, without its end. */
    public static String csvHeading() {
        return String.join(",", COLUMNS);
    }

    /** A call as one row of CSV (RFC 4180), without its end; what is not known is an empty field. */
    public static String csv(CallEntry entry) {
        CallRecord call = entry.figures();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("timestamp", call.startedAt().toString());
        row.put("provider", call.provider());
        row.put("model", call.model());
        row.put("operation", call.operation());
        row.put("prompt_tokens", call.inputTokens());
        row.put("completion_tokens", call.outputTokens());
        row.put("total_tokens", call.totalTokens());
        row.put("latency_ms", call.latencyMs());
        row.put("cost_usd", call.costUsd() == null ? null : call.costUsd().toPlainString());
        row.put("error", call.error());
        row.put("id", entry.id());
        row.put("prompt", call.prompt());
        row.put("cached", call.cached());
        row.put("saved_usd", call.savedUsd() == null ? null : call.savedUsd().toPlainString());
        row.put("first_token_ms", call.firstTokenMs());
        row.put("starred", entry.mark().starred());
        row.put("tags", String.join(" ", entry.mark().tags()));
        row.put("note", entry.mark().note());
        try {
            return CSV.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of plain values can always be written", e);
        }
    }

    private static String write(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }
}
