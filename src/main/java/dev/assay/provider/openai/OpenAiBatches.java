package dev.assay.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.BatchState;
import dev.assay.llm.BatchState.Counts;
import dev.assay.provider.endpoint.Batches;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.endpoint.UnusableAnswer;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * OpenAI's batches: a file of requests in, a file of answers and one of errors out. Limits as OpenAI documents them.
 *
 * @param endpoint which of its endpoints answers, such as {@code chat/completions}
 */
public record OpenAiBatches(String endpoint) implements Batches {
    private static final Limits LIMITS = new Limits(50_000, 200_000_000);
    private static final Set<String> OF_THE_BATCH = Set.of("batch_expired", "batch_cancelled");

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public ObjectNode item(String id, ObjectNode chat) {
        ObjectNode item =
                WireJson.object().put("custom_id", id).put("method", "POST").put("url", "/v1/" + endpoint);
        item.set("body", chat);
        return item;
    }

    @Override
    public Carrier carrier(String basePath) {
        return new Carrier.Upload("files", Map.of("purpose", "batch"), this::create);
    }

    private Question create(String file) {
        return Question.of(
                "batches",
                WireJson.object()
                        .put("input_file_id", file)
                        .put("endpoint", "/v1/" + endpoint)
                        .put("completion_window", "24h"));
    }

    @Override
    public String path(String basePath, String id) {
        return "batches/" + WireDialect.segment(id);
    }

    @Override
    public BatchState state(JsonNode batch) {
        JsonNode told = batch.path("request_counts");
        int failed = Math.max(0, told.path("failed").asInt());
        int completed = Math.max(0, told.path("completed").asInt());
        var counts = new Counts(Math.max(0, told.path("total").asInt()), completed + failed, failed);
        String status = WireJson.textOrEmpty(batch, "status");
        return switch (status) {
            case "validating", "in_progress", "finalizing", "cancelling" -> new BatchState.UnderWay(counts, status);
            case "completed", "expired", "cancelled" -> new BatchState.Ended(counts, status);
            case "failed" -> new BatchState.Refused(counts, reasons(batch));
            default -> throw new UnusableAnswer("it told the unknown status '" + status + "' of a batch");
        };
    }

    private static String reasons(JsonNode batch) {
        String reasons = batch.path("errors")
                .path("data")
                .valueStream()
                .map(error -> WireJson.textOrEmpty(error, "message"))
                .filter(message -> !message.isBlank())
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "it gave no reason" : reasons;
    }

    @Override
    public List<String> results(String basePath, String id, JsonNode batch) {
        return Stream.of("output_file_id", "error_file_id")
                .map(field -> WireJson.textOrEmpty(batch, field))
                .filter(file -> !file.isEmpty())
                .map(file -> "files/" + WireDialect.segment(file) + "/content")
                .toList();
    }

    @Override
    public Line line(JsonNode line) {
        String id = WireJson.textOrEmpty(line, "custom_id");
        if (id.isEmpty()) {
            throw new UnusableAnswer("a line of the results has no custom_id");
        }
        JsonNode response = line.path("response");
        if (!response.isObject()) {
            String code = WireJson.textOrEmpty(line.path("error"), "code");
            return OF_THE_BATCH.contains(code)
                    ? new Line.Unanswered(id, code.replace("batch_", ""))
                    : new Line.Failed(id, null, line.path("error"));
        }
        int status = response.path("status_code").asInt();
        JsonNode body = response.path("body");
        String request = WireJson.textOrEmpty(response, "request_id");
        return status >= 200 && status < 300
                ? new Line.Answered(id, body, request.isEmpty() ? null : request)
                : new Line.Failed(id, status, body);
    }
}
