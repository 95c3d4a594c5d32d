package dev.assay.history;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.ResponseFormat.JsonObject;
import dev.assay.llm.ResponseFormat.JsonSchema;
import dev.assay.llm.ResponseFormat.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Calls as rows: what was sent. What came of it is in {@link OutcomeRows}. */
final class InvocationRows {
    private InvocationRows() {}

    /** A call of a cell. */
    static void insert(Handle handle, Row row, int index, Invocation invocation) {
        insert(handle, row.with("call_index", index), invocation, "invocation");
    }

    /** A call that belongs to no run. */
    static void insertSingle(Handle handle, @Nullable String prompt, Invocation invocation) {
        insert(handle, new Row().with("prompt", prompt), invocation, "single_call");
    }

    private static void insert(Handle handle, Row row, Invocation invocation, String table) {
        row.with("id", invocation.id())
                .with("operation_name", invocation.operation().name().toLowerCase(Locale.ROOT))
                .with("metric", invocation.metric())
                .withTime("started_at", invocation.startedAt())
                .with("batch_id", invocation.batch());
        write(row, invocation.request());
        OutcomeRows.write(row, invocation.outcome());
        BillingRows.write(row, invocation);
        row.insertInto(table, handle);
    }

    static Invocation read(ResultSet row) throws SQLException {
        var billing = BillingRows.read(row);
        return new Invocation(
                row.getString("id"),
                Operation.valueOf(row.getString("operation_name").toUpperCase(Locale.ROOT)),
                row.getString("metric"),
                Row.time(row, "started_at"),
                request(row),
                OutcomeRows.read(row, billing),
                billing.cost(),
                billing.savedUsd(),
                row.getString("batch_id"));
    }

    private static void write(Row row, ChatRequest request) {
        ModelParameters parameters = request.parameters();
        ReasoningEffort effort = parameters.reasoningEffort();
        row.withModel(request.model())
                .with("temperature", parameters.temperature())
                .with("top_p", parameters.topP())
                .with("top_k", parameters.topK())
                .with("max_tokens", parameters.maxOutputTokens())
                .with("seed", parameters.seed())
                .with("stop_sequences", HistoryJson.write(parameters.stop()))
                .with("context_tokens", parameters.contextTokens())
                .with("frequency_penalty", parameters.frequencyPenalty())
                .with("presence_penalty", parameters.presencePenalty())
                .with("reasoning_effort", effort == null ? null : effort.word())
                .with("tools", HistoryJson.write(request.tools()))
                .with("tool_choice", ToolChoiceWord.of(request.toolChoice()))
                .with("request_repeat", request.repeat())
                .with("stream", request.stream())
                .with("input_messages", HistoryJson.writeMessages(request.messages()));
        switch (request.format()) {
            case PlainText text -> row.with("output_type", "text");
            case JsonObject json -> row.with("output_type", "json");
            case JsonSchema schema ->
                row.with("output_type", "json")
                        .with("output_schema_name", schema.name())
                        .with("output_schema", schema.schema());
        }
    }

    private static ChatRequest request(ResultSet row) throws SQLException {
        var parameters = new ModelParameters(
                row.getObject("temperature", Double.class),
                row.getObject("top_p", Double.class),
                row.getObject("top_k", Integer.class),
                row.getObject("max_tokens", Integer.class),
                row.getObject("seed", Long.class),
                HistoryJson.read(row.getString("stop_sequences"), new TypeReference<>() {}),
                row.getObject("context_tokens", Integer.class),
                row.getObject("frequency_penalty", Double.class),
                row.getObject("presence_penalty", Double.class),
                effort(row.getString("reasoning_effort")));
        return new ChatRequest(
                Row.model(row),
                HistoryJson.readMessages(row.getString("input_messages")),
                parameters,
                HistoryJson.readOr(row.getString("tools"), List.of(), new TypeReference<>() {}),
                ToolChoiceWord.read(row.getString("tool_choice")),
                format(row),
                row.getBoolean("stream"),
                row.getInt("request_repeat"));
    }

    private static @Nullable ReasoningEffort effort(@Nullable String word) {
        return word == null ? null : ReasoningEffort.parse(word);
    }

    private static ResponseFormat format(ResultSet row) throws SQLException {
        if (row.getString("output_type").equals("text")) {
            return ResponseFormat.TEXT;
        }
        String schema = row.getString("output_schema");
        return schema == null ? new JsonObject() : new JsonSchema(row.getString("output_schema_name"), schema);
    }
}
