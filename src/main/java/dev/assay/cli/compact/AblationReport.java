package dev.assay.cli.compact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.Verdict;
import dev.assay.experiment.gate.NonInferiority;
import dev.assay.workbench.compact.Ablation;
import dev.assay.workbench.compact.Ablation.Dropped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What leaving out each section did, as JSON and as text. */
record AblationReport(String prompt, Ablation ablation, double margin) {

    ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", prompt)
                .put("run", ablation.comparison().run().id())
                .put("margin", margin);
        ArrayNode sections = document.putArray("sections");
        for (Dropped dropped : ablation.sections()) {
            ObjectNode node = sections.addObject()
                    .put("line", dropped.section().line())
                    .put("title", dropped.section().title())
                    .put("notWorseWithout", dropped.acceptance().accepted())
                    .put("reason", dropped.acceptance().reason());
            node.set("tokens", CompactReport.tokens(dropped.savings()));
            node.put(
                    "savedUsdPer1000Calls",
                    dropped.savings().usdPerThousandCalls().orElse(null));
            ArrayNode tags = node.putArray("tags");
            dropped.section().tags().forEach(tags::add);
            ArrayNode scores = node.putArray("scores");
            for (Verdict verdict : dropped.verdicts()) {
                scores.addObject()
                        .put("metric", verdict.metric())
                        .put("cases", verdict.pairs())
                        .put("difference", verdict.meanDifference())
                        .put("low", verdict.ciLow())
                        .put("high", verdict.ciHigh())
                        .put("notWorse", Figures.lowerCase(NonInferiority.of(verdict, margin)));
            }
        }
        return document;
    }

    List<String> text() {
        var table = new TextTable()
                .column("line", Side.RIGHT)
                .column("without", Side.LEFT)
                .column("tokens", Side.RIGHT)
                .column("metric", Side.LEFT)
                .column("difference", Side.LEFT)
                .column("cases", Side.RIGHT)
                .column("", Side.LEFT);
        for (Dropped dropped : ablation.sections()) {
            boolean first = true;
            for (Verdict verdict : dropped.verdicts()) {
                table.row(List.of(
                        first ? String.valueOf(dropped.section().line()) : "",
                        first ? dropped.section().title() : "",
                        first ? "-" + CompactReport.number(dropped.savings().saved()) : "",
                        verdict.metric(),
                        difference(verdict),
                        String.valueOf(verdict.pairs()),
                        standing(NonInferiority.of(verdict, margin))));
                first = false;
            }
        }
        var lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add(conclusion());
        lines.add("Each was left out alone: what may go one by one need not go together.");
        lines.add("Run " + ablation.comparison().run().id() + "; see: assay runs show "
                + ablation.comparison().run().id());
        return lines;
    }

    private String conclusion() {
        List<Dropped> free = ablation.sections().stream()
                .filter(dropped -> dropped.acceptance().accepted())
                .toList();
        String limit = String.format(Locale.ROOT, "%.3f", margin);
        return free.isEmpty()
                ? "Of no section is it shown that the prompt is at most " + limit + " worse without it."
                : "Shown to be at most " + limit + " worse without it: "
                        + String.join(
                                ", ",
                                free.stream()
                                        .map(dropped ->
                                                "line " + dropped.section().line())
                                        .toList())
                        + ".";
    }

    private static String difference(Verdict verdict) {
        Double mean = verdict.meanDifference();
        Double low = verdict.ciLow();
        Double high = verdict.ciHigh();
        if (mean == null) {
            return "not scored";
        }
        return String.format(Locale.ROOT, "%+.3f", mean)
                + (low == null || high == null ? "" : String.format(Locale.ROOT, " [%+.3f, %+.3f]", low, high));
    }

    private static String standing(NonInferiority standing) {
        return switch (standing) {
            case SHOWN -> "not worse";
            case NOT_SHOWN -> "not shown to be not worse";
            case UNDECIDED -> "too few to tell";
        };
    }
}
