package dev.assay.cli.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.ComparisonTable;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Verdict;
import dev.assay.experiment.chart.ParetoPoints;
import dev.assay.llm.ModelId;
import dev.assay.registry.git.PromptRevision;
import dev.assay.workbench.migration.Migration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a move, as text and as a document.
 *
 * @param board cost against score by the first metric
 * @param proposed the replacement to take; empty where none is shown to be good enough
 * @param written whether the prompt names it now
 * @param revision the commit of that, or null
 */
record MigrationReport(
        Migration migration,
        Comparison comparison,
        ParetoPoints board,
        Optional<ModelId> proposed,
        boolean written,
        @Nullable PromptRevision revision) {

    List<String> lines() {
        List<String> lines = new ArrayList<>(ComparisonTable.lines(comparison));
        lines.add("Cost and " + board.metric() + ", from the cheapest that nothing beats:");
        board.frontier().forEach(point -> lines.add("  " + told(point)));
        board.leftOut()
                .forEach(one -> lines.add("  " + one.label() + "  "
                        + switch (one.why()) {
                            case COST_UNKNOWN -> "its cost is not known: add its price to prices.csv";
                            case NOT_SCORED -> "it has no scores";
                        }));
        lines.add(sentence());
        return lines;
    }

    private String told(ParetoPoints.Point point) {
        String standing = point.label().equals(board.baseline())
                ? "the model to leave"
                : switch (point.standing()) {
                    case SHOWN -> "shown to be not worse";
                    case NOT_SHOWN -> "not shown to be as good";
                    case UNDECIDED -> "too few cases to tell";
                };
        return point.label() + "  " + Migration.model(comparison, point.label()) + ": " + Figures.score(point.quality())
                + " at " + Figures.dollars(BigDecimal.valueOf(point.costUsd())) + " an answer, " + standing;
    }

    private String sentence() {
        PromptRevision made = revision;
        if (proposed.isEmpty()) {
            return nothingShown();
        }
        String take = "Take " + proposed.get() + ": the cheapest that is shown to be not worse by more than "
                + board.margin() + ".";
        if (made != null) {
            return take + " Committed as " + made.shortId() + ".";
        }
        return written
                ? take + " " + migration.prompt() + " names it now; assay prompts commit " + migration.prompt()
                        + " --evidence -m TEXT commits that."
                : take + " The same command with --commit moves " + migration.prompt() + " there"
                        + (comparison.run().settings().cache() ? "; the cache keeps the answers." : ".");
    }

    private String nothingShown() {
        boolean silent = board.leftOut().stream()
                .anyMatch(one -> one.label().equals(board.baseline()) && one.why() == ParetoPoints.Why.NOT_SCORED);
        if (silent) {
            return migration.from()
                    + " gave no answer that was scored, so no replacement can be held against it: choose by"
                    + " the scores above and write the model into the prompt yourself.";
        }
        boolean unpriced = board.leftOut().stream().anyMatch(one -> one.why() == ParetoPoints.Why.COST_UNKNOWN);
        return "No replacement is shown to be not worse by more than " + board.margin() + ": " + migration.prompt()
                + " stays on " + migration.from()
                + ". More cases, other models (--to) or a wider --margin may tell more."
                + (unpriced ? " What has no price is not proposed: add it to prices.csv." : "");
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", migration.prompt())
                .put("from", migration.from().toString())
                .put("run", comparison.run().id())
                .put("metric", board.metric())
                .put("margin", board.margin());
        ArrayNode models = node.putArray("models");
        board.points()
                .forEach(point -> models.addObject()
                        .put("variant", point.label())
                        .put("model", Migration.model(comparison, point.label()).toString())
                        .put("score", point.quality())
                        .put("costUsd", point.costUsd())
                        .put("standing", Figures.lowerCase(point.standing()))
                        .put("onFrontier", point.onFrontier()));
        ArrayNode leftOut = node.putArray("leftOut");
        board.leftOut()
                .forEach(one -> leftOut.addObject()
                        .put("variant", one.label())
                        .put("model", Migration.model(comparison, one.label()).toString())
                        .put("why", Figures.lowerCase(one.why())));
        ArrayNode verdicts = node.putArray("verdicts");
        comparison.verdicts().stream().map(Verdict::sentence).forEach(verdicts::add);
        node.put("proposed", proposed.map(ModelId::toString).orElse(null));
        return node.put("written", written).put("commit", revision == null ? null : revision.commitId());
    }
}
