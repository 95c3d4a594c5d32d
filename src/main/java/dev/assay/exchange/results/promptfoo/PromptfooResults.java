package dev.assay.exchange.results.promptfoo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.RunReport;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.gate.GateResult;
import dev.assay.history.Run;
import dev.assay.history.RunVariant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a run in the shape of promptfoo's output file, version 3 ({@code promptfoo import} reads it). What that shape has
 * no place for is named in the document under {@code metadata.assay.notMapped}.
 */
public final class PromptfooResults {
    private static final List<String> NOT_MAPPED = List.of(
            "verdicts, intervals and p values: only their sentences are here, under metadata.assay.verdicts",
            "scores that the judge did not give: they are left out of namedScores, and of the score of their cell",
            "the score of a cell is the mean of its metrics; where there is none it is 1 for an answer and 0 for an error",
            "repeats: they are rows of their own with the same testIdx",
            "templates and their parameters: prompt.raw holds the messages as they were sent",
            "calls of judges: their cost is not in the cost of a row",
            "tokens that the provider did not report, and costs that are not known: they are left out");

    private PromptfooResults() {}

    /** {@code {evalId, results: {version: 3, ...}, config, shareableUrl, metadata}}. */
    public static ObjectNode of(RunReport report) {
        Run run = report.comparison().run();
        List<ResultRow> rows = report.comparison().cells().stream()
                .map(cell -> new ResultRow(run, cell, limits(report, cell.key().variant())))
                .toList();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("evalId", run.id());
        ObjectNode results = document.putObject("results");
        results.put("version", 3);
        results.put("timestamp", run.startedAt().toString());
        ArrayNode prompts = results.putArray("prompts");
        report.comparison().variants().forEach(summary -> prompts.add(prompt(report, summary)));
        ArrayNode array = results.putArray("results");
        rows.forEach(row -> array.add(row.json()));
        stats(results.putObject("stats"), rows);
        config(document.putObject("config"), run);
        document.putNull("shareableUrl");
        metadata(document.putObject("metadata"), report);
        return document;
    }

    /** What tells variants apart: promptfoo has no letters. */
    static String label(RunVariant variant) {
        return variant.label() + ": " + variant.prompt() + (variant.revision() == null ? "" : "@" + variant.revision());
    }

    private static Map<String, Double> limits(RunReport report, int variant) {
        String label = report.comparison().run().variants().get(variant).label();
        var limits = new HashMap<String, Double>();
        for (GateResult gate : report.gates()) {
            Double limit = gate.caseLimit();
            if (gate.variant().equals(label) && limit != null) {
                limits.merge(gate.metric(), limit, Math::max);
            }
        }
        return limits;
    }

    private static ObjectNode prompt(RunReport report, VariantSummary summary) {
        RunVariant variant = summary.variant();
        Run run = report.comparison().run();
        int index = run.variants().indexOf(variant);
        List<ResultRow> rows = report.comparison().cells().stream()
                .filter(cell -> cell.key().variant() == index)
                .map(cell -> new ResultRow(run, cell, limits(report, index)))
                .toList();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", variant.blobId());
        node.put("raw", label(variant));
        node.put("label", label(variant));
        node.put("provider", variant.model().toString());
        ObjectNode metrics = node.putObject("metrics");
        metrics.put("score", rows.stream().mapToDouble(ResultRow::score).sum());
        counts(metrics, rows, "testPassCount", "testFailCount", "testErrorCount");
        metrics.put("assertPassCount", rows.stream().filter(ResultRow::passes).count());
        metrics.put(
                "assertFailCount",
                rows.stream().filter(row -> row.isAnswered() && !row.passes()).count());
        metrics.put(
                "totalLatencyMs",
                rows.stream().mapToDouble(row -> row.latency().toNanos() / 1e6).sum());
        ObjectNode named = metrics.putObject("namedScores");
        summary.scores().forEach((metric, mean) -> named.put(metric, mean));
        if (summary.costUsd() != null) {
            metrics.put("cost", summary.costUsd());
        }
        return node;
    }

    private static void stats(ObjectNode node, List<ResultRow> rows) {
        counts(node, rows, "successes", "failures", "errors");
    }

    private static void counts(ObjectNode node, List<ResultRow> rows, String passed, String failed, String errors) {
        node.put(passed, rows.stream().filter(ResultRow::passes).count());
        node.put(
                failed,
                rows.stream().filter(row -> row.isAnswered() && !row.passes()).count());
        node.put(errors, rows.stream().filter(row -> !row.isAnswered()).count());
    }

    private static void config(ObjectNode node, Run run) {
        node.put("description", run.title());
        ArrayNode prompts = node.putArray("prompts");
        run.variants().stream().map(PromptfooResults::label).distinct().forEach(prompts::add);
        ArrayNode providers = node.putArray("providers");
        run.variants().stream()
                .map(variant -> variant.model().toString())
                .distinct()
                .forEach(providers::add);
        node.putArray("tests");
    }

    private static void metadata(ObjectNode node, RunReport report) {
        Run run = report.comparison().run();
        node.put("evaluationCreatedAt", run.startedAt().toString());
        ObjectNode assay = node.putObject("assay");
        assay.put("run", run.id());
        assay.put("dataset", run.dataset());
        assay.put("datasetSha256", run.datasetHash());
        ArrayNode verdicts = assay.putArray("verdicts");
        report.comparison().verdicts().forEach(verdict -> verdicts.add(verdict.sentence()));
        ArrayNode notMapped = assay.putArray("notMapped");
        NOT_MAPPED.forEach(notMapped::add);
    }
}
