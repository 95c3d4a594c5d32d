package dev.assay.history;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.history.Outcome.Cancelled;
import dev.assay.history.Outcome.Completed;
import dev.assay.history.Outcome.Failed;
import dev.assay.llm.Adjustment;
import dev.assay.llm.Attempt;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.RawExchange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How calls ended, as columns of an invocation. */
final class OutcomeRows {
    private OutcomeRows() {}

    static void write(Row row, Outcome outcome) {
        switch (outcome) {
            case Completed completed -> write(row.with("outcome", "completed"), completed.response());
            case Failed failed ->
                write(
                        row.with("outcome", "failed")
                                .with("output_text", failed.partialText())
                                .with("error_type", failed.errorType())
                                .with("error_message", failed.message())
                                .with("http_status", failed.httpStatus())
                                .withMillis("latency_ms", failed.elapsed())
                                .with("failed_attempts", HistoryJson.write(failed.failedAttempts()))
                                .with("adjustments", "[]"),
                        failed.raw());
            case Cancelled cancelled ->
                row.with("outcome", "cancelled")
                        .with("output_text", cancelled.partialText())
                        .with("adjustments", "[]");
        }
    }

    private static void write(Row row, ChatResponse response) {
        Latency latency = response.latency();
        row.with("output_text", response.text())
                .with("reasoning_text", response.reasoning())
                .with("finish_reason", response.finishReason().name())
                .with("provider_finish_reason", response.rawFinishReason())
                .with("response_id", response.responseId())
                .with("response_model", response.responseModel())
                .withMillis("latency_ms", latency.total())
                .withMillis("queued_ms", latency.queued())
                .withMillis("time_to_first_byte_ms", latency.timeToFirstByte())
                .withMillis("time_to_first_token_ms", latency.timeToFirstToken())
                .with("tool_calls", HistoryJson.writeParts(response.toolCalls()))
                .with("failed_attempts", HistoryJson.write(response.failedAttempts()))
                .with("cache_status", response.cache().name().toLowerCase(Locale.ROOT))
                .with("adjustments", HistoryJson.write(response.adjustments()));
        write(row, response.raw());
    }

    private static void write(Row row, RawExchange raw) {
        row.with("raw_request", raw.request())
                .with("raw_response", raw.response())
                .with("request_id", raw.requestId());
    }

    static Outcome read(ResultSet row, BillingRows.Billing billing) throws SQLException {
        String text = row.getString("output_text");
        return switch (row.getString("outcome")) {
            case "completed" -> new Completed(response(row, text, billing));
            case "failed" ->
                new Failed(
                        row.getString("error_type"),
                        row.getString("error_message"),
                        row.getObject("http_status", Integer.class),
                        text,
                        raw(row),
                        Row.millis(row, "latency_ms"),
                        attempts(row));
            case "cancelled" -> new Cancelled(text);
            default -> throw new SQLException("An invocation has the unknown outcome " + row.getString("outcome"));
        };
    }

    private static ChatResponse response(ResultSet row, String text, BillingRows.Billing billing) throws SQLException {
        return new ChatResponse(
                text,
                row.getString("reasoning_text"),
                HistoryJson.readOr(row.getString("tool_calls"), List.of(), new TypeReference<>() {}),
                List.of(),
                FinishReason.valueOf(row.getString("finish_reason")),
                row.getString("provider_finish_reason"),
                billing.usage(),
                new Latency(
                        Row.millis(row, "queued_ms"),
                        Row.millisOrNull(row, "latency_ms"),
                        Row.millisOrNull(row, "time_to_first_byte_ms"),
                        Row.millisOrNull(row, "time_to_first_token_ms")),
                row.getString("response_id"),
                row.getString("response_model"),
                HistoryJson.read(row.getString("adjustments"), new TypeReference<List<Adjustment>>() {}),
                attempts(row),
                cache(row.getString("cache_status")),
                raw(row));
    }

    private static List<Attempt> attempts(ResultSet row) throws SQLException {
        return HistoryJson.readOr(row.getString("failed_attempts"), List.of(), new TypeReference<>() {});
    }

    private static CacheStatus cache(@Nullable String word) {
        return word == null ? CacheStatus.NONE : CacheStatus.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static RawExchange raw(ResultSet row) throws SQLException {
        return new RawExchange(
                row.getString("raw_request"), row.getString("raw_response"), row.getString("request_id"));
    }
}
