package dev.assay.cli.report;

import dev.assay.cli.report.TextTable.Side;
import dev.assay.exchange.results.content.Figures;
import dev.assay.exchange.results.content.Remarks;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.VariantSummary;
import dev.assay.history.Run;
import dev.assay.history.RunStatus;
import dev.assay.history.RunVariant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison as text: one line a variant, the verdicts, and what one must know to read them. */
public final class ComparisonTable {
    private final Comparison comparison;
    private final Run run;

    private ComparisonTable(Comparison comparison) {
        this.comparison = comparison;
        this.run = comparison.run();
    }

    /** The lines to print. */
    public static List<String> lines(Comparison comparison) {
        return new ComparisonTable(comparison).lines();
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(run.title() + headline());
        lines.add("");
        lines.addAll(figures());
        lines.add("");
        lines.add("Verdict: " + comparison.headline());
        comparison.verdicts().forEach(verdict -> lines.add("  " + verdict.sentence()));
        lines.addAll(Remarks.of(comparison));
        lines.add("Run " + run.id() + ", kept in history: assay runs show " + run.id());
        return lines;
    }

    private String headline() {
        String repeats = run.repeats() == 1 ? "" : ", " + run.repeats() + " repeats";
        String status = run.status() == RunStatus.FINISHED ? "" : " [" + Figures.lowerCase(run.status()) + "]";
        return "  (" + run.dataset() + ", " + run.cases() + " cases" + repeats + ")" + status;
    }

    private List<String> figures() {
        boolean errors = comparison.variants().stream().anyMatch(summary -> summary.errors() > 0);
        var table = new TextTable()
                .column("", Side.LEFT)
                .column("prompt", Side.LEFT)
                .column("model", Side.LEFT)
                .column("cases", Side.RIGHT)
                .column("scored", Side.RIGHT);
        if (errors) {
            table.column("errors", Side.RIGHT);
        }
        run.metrics().forEach(metric -> table.column(metric, Side.RIGHT));
        table.column("tokens in", Side.RIGHT)
                .column("out", Side.RIGHT)
                .column("cost", Side.RIGHT)
                .column("p50", Side.RIGHT)
                .column("p95", Side.RIGHT);
        comparison.variants().forEach(summary -> table.row(row(summary, errors)));
        return table.lines();
    }

    private List<String> row(VariantSummary summary, boolean errors) {
        RunVariant variant = summary.variant();
        var texts = new ArrayList<>(List.of(
                variant.label(),
                variant.prompt() + revision(variant.revision()),
                variant.model().toString(),
                Integer.toString(summary.cases()),
                Integer.toString(summary.scored())));
        if (errors) {
            texts.add(Integer.toString(summary.errors()));
        }
        run.metrics().forEach(metric -> texts.add(Figures.score(summary.scores().get(metric))));
        texts.add(Figures.tokens(summary.inputTokens()));
        texts.add(Figures.tokens(summary.outputTokens()));
        texts.add(Figures.dollars(summary.costUsd()));
        texts.add(Figures.millis(summary.latencyMsP50()));
        texts.add(Figures.millis(summary.latencyMsP95()));
        return texts;
    }

    private static String revision(@Nullable String revision) {
        return revision == null ? "" : "@" + revision.substring(0, Math.min(7, revision.length()));
    }
}
