package dev.assay.cli.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.history.metrics.CallFigures;
import dev.assay.history.metrics.CallReport;
import dev.assay.history.metrics.GroupBy;
import dev.assay.history.metrics.LatencySketch;
import java.util.List;
import java.util.Map;

/** A report of calls as JSON. */
final class MetricsJson {
    private static final double NANOS_A_MILLI = 1e6;

    private MetricsJson() {}

    /**
     * The whole at the top, and the same figures of each group under {@code groups}.
     *
     * @param queryNanos how long the question took
     */
    static ObjectNode of(CallReport report, List<GroupBy> groupings, long queryNanos) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        put(document, report.whole());
        ObjectNode groups = document.putObject("groups");
        for (GroupBy by : groupings) {
            String name = by.word();
            ArrayNode list = groups.putArray(name);
            report.by(by).forEach(figures -> put(list.addObject().put(name, figures.name()), figures));
        }
        document.put("percentileError", LatencySketch.ERROR);
        document.put("queryMillis", queryNanos / NANOS_A_MILLI);
        return document;
    }

    private static void put(ObjectNode node, CallFigures figures) {
        node.put("totalInvocations", figures.invocations());
        node.put("totalTokens", figures.totalTokens());
        node.put("totalCostUsd", figures.costUsd());
        node.put("avgLatencyMs", figures.latency().mean());
        node.put("p50LatencyMs", figures.latency().p50());
        node.put("p95LatencyMs", figures.latency().p95());
        node.put("p99LatencyMs", figures.latency().p99());
        node.put("errorRate", figures.errorRate());
        node.put("inputTokens", figures.inputTokens());
        node.put("outputTokens", figures.outputTokens());
        node.put("unpricedInvocations", figures.unpriced());
        node.put("cachedInvocations", figures.cached());
        node.put("savedUsd", figures.savedUsd());
        node.put("judgeCostUsd", figures.judgeCostUsd());
        node.put("judgeShare", figures.judgeShare());
        node.put("avgFirstTokenMs", figures.firstToken().mean());
        node.put("p50FirstTokenMs", figures.firstToken().p50());
        node.put("p95FirstTokenMs", figures.firstToken().p95());
        node.put("tokensPerSecond", figures.tokensPerSecond());
        ObjectNode errors = node.putObject("errors");
        figures.errors().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(error -> errors.put(error.getKey(), error.getValue()));
    }
}
