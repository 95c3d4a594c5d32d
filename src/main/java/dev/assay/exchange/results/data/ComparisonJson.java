package dev.assay.exchange.results.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.Figures;
import dev.assay.exchange.results.content.RunReport;
import dev.assay.experiment.CacheUse;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.Verdict;
import org.jspecify.annotations.Nullable;

/** A comparison as one JSON document: the same for {@code compare}, {@code runs show} and {@code runs export}. */
public final class ComparisonJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ComparisonJson() {}

    /** {@code {run, headline, cache, variants, verdicts, cells}}; what is not known is null. */
    public static ObjectNode of(Comparison comparison) {
        ObjectNode document = JSON.objectNode();
        document.set("run", RunJson.of(comparison.run()));
        document.put("headline", comparison.headline());
        CacheUse cache = CacheUse.of(comparison);
        document.putObject("cache")
                .put("answers", cache.answers())
                .put("semanticAnswers", cache.semantic())
                .put("judgements", cache.judgements())
                .put("savedUsd", cache.any() ? cache.savedUsd() : null);
        ArrayNode variants = document.putArray("variants");
        comparison.variants().forEach(summary -> variants.add(variant(summary)));
        ArrayNode verdicts = document.putArray("verdicts");
        comparison.verdicts().forEach(verdict -> verdicts.add(verdict(verdict)));
        ArrayNode cells = document.putArray("cells");
        comparison.cells().forEach(cell -> cells.add(CellJson.of(comparison.run(), cell)));
        return document;
    }

    /** The same with what became of the gates under {@code gates}, where there were any. */
    public static ObjectNode of(RunReport report) {
        ObjectNode document = of(report.comparison());
        if (!report.gates().isEmpty()) {
            ArrayNode gates = document.putArray("gates");
            report.gates()
                    .forEach(gate -> gates.addObject()
                            .put("gate", gate.gate())
                            .put("variant", gate.variant())
                            .put("metric", gate.metric())
                            .put("status", Figures.lowerCase(gate.status()))
                            .put("sentence", gate.sentence()));
        }
        return document;
    }

    private static ObjectNode variant(VariantSummary summary) {
        ObjectNode node = JSON.objectNode();
        node.put("label", summary.variant().label());
        node.put("prompt", summary.variant().prompt());
        node.put("revision", summary.variant().revision());
        node.put("model", summary.variant().model().toString());
        node.put("cases", summary.cases());
        node.put("scored", summary.scored());
        node.put("errors", summary.errors());
        ObjectNode scores = node.putObject("scores");
        summary.scores().forEach(scores::put);
        node.put("inputTokens", summary.inputTokens());
        node.put("outputTokens", summary.outputTokens());
        node.put("costUsd", summary.costUsd());
        node.put("worthUsd", summary.worthUsd());
        node.put("judgeCostUsd", summary.judgeCostUsd());
        ObjectNode latency = node.putObject("latencyMs");
        latency.put("p50", summary.latencyMsP50());
        latency.put("p95", summary.latencyMsP95());
        return node;
    }

    private static ObjectNode verdict(Verdict verdict) {
        ObjectNode node = JSON.objectNode();
        node.put("kind", Figures.lowerCase(verdict.kind()));
        node.put("metric", verdict.metric());
        node.put("baseline", verdict.baseline());
        node.put("challenger", verdict.challenger());
        node.put("pairs", verdict.pairs());
        node.put("meanDifference", verdict.meanDifference());
        interval(node, verdict.ciLow(), verdict.ciHigh());
        node.put("p", verdict.pValue());
        node.put("adjustedP", verdict.adjustedP());
        node.put("wins", verdict.challengerWins());
        node.put("ties", verdict.ties());
        node.put("losses", verdict.baselineWins());
        node.put("sentence", verdict.sentence());
        return node;
    }

    private static void interval(ObjectNode node, @Nullable Double low, @Nullable Double high) {
        if (low == null || high == null) {
            node.putNull("ci95");
        } else {
            node.putArray("ci95").add(low).add(high);
        }
    }
}
