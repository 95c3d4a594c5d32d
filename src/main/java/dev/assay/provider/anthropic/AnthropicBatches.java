package dev.assay.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.BatchState;
import dev.assay.llm.BatchState.Counts;
import dev.assay.provider.endpoint.Batches;
import dev.assay.provider.endpoint.UnusableAnswer;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireJson;
import java.util.List;

/** Anthropic's message batches: a list of requests in, lines of results out. Limits as Anthropic documents them. */
record AnthropicBatches() implements Batches {
    private static final Limits LIMITS = new Limits(100_000, 256_000_000);

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public ObjectNode item(String id, ObjectNode chat) {
        ObjectNode item = WireJson.object().put("custom_id", id);
        item.set("params", chat);
        return item;
    }

    private static String home(String basePath) {
        return AnthropicDialect.version(basePath) + "messages/batches";
    }

    @Override
    public Carrier carrier(String basePath) {
        return new Carrier.Inline(home(basePath), "requests");
    }

    @Override
    public String path(String basePath, String id) {
        return home(basePath) + "/" + WireDialect.segment(id);
    }

    @Override
    public BatchState state(JsonNode batch) {
        JsonNode told = batch.path("request_counts");
        int succeeded = count(told, "succeeded");
        int failed = count(told, "errored") + count(told, "canceled") + count(told, "expired");
        int done = succeeded + failed;
        var counts = new Counts(done + count(told, "processing"), done, failed);
        String status = WireJson.textOrEmpty(batch, "processing_status");
        return switch (status) {
            case "in_progress", "canceling" -> new BatchState.UnderWay(counts, status);
            case "ended" -> new BatchState.Ended(counts, status);
            default -> throw new UnusableAnswer("it told the unknown status '" + status + "' of a batch");
        };
    }

    private static int count(JsonNode counts, String field) {
        return Math.max(0, counts.path(field).asInt());
    }

    /** Not the address that the batch names: the key goes to the provider's own host only. */
    @Override
    public List<String> results(String basePath, String id, JsonNode batch) {
        return List.of(path(basePath, id) + "/results");
    }

    @Override
    public Line line(JsonNode line) {
        String id = WireJson.textOrEmpty(line, "custom_id");
        JsonNode result = line.path("result");
        String type = WireJson.textOrEmpty(result, "type");
        if (id.isEmpty()) {
            throw new UnusableAnswer("a line of the results has no custom_id");
        }
        return switch (type) {
            case "succeeded" -> new Line.Answered(id, result.path("message"), null);
            case "errored" -> new Line.Failed(id, null, result.path("error"));
            case "canceled" -> new Line.Unanswered(id, "cancelled");
            case "expired" -> new Line.Unanswered(id, type);
            default -> throw new UnusableAnswer("it told the unknown result '" + type + "' of a request");
        };
    }
}
