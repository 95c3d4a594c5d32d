package dev.assay.exchange.results.markdown;

import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.chart.CaseFigures;
import dev.assay.experiment.stats.Interval;
import dev.assay.history.RunVariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variants with their figures, one a line. */
final class VariantTable {
    private static final int LONGEST_NAME = 80;

    private VariantTable() {}

    static List<String> lines(Comparison comparison) {
        List<String> metrics = comparison.run().metrics();
        boolean errors = comparison.variants().stream().anyMatch(summary -> summary.errors() > 0);
        var header = new ArrayList<>(List.of("", "prompt", "model", "cells"));
        if (errors) {
            header.add("errors");
        }
        metrics.forEach(metric -> header.add(MarkdownText.plain(metric) + " (95% CI)"));
        header.addAll(List.of("cost", "p50", "p95"));
        var lines = new ArrayList<String>();
        lines.add(line(header));
        var rule = new ArrayList<>(Collections.nCopies(header.size(), "--:"));
        Collections.fill(rule.subList(0, 3), ":--");
        lines.add(line(rule));
        for (int i = 0; i < comparison.variants().size(); i++) {
            lines.add(line(row(comparison, i, errors)));
        }
        return lines;
    }

    private static List<String> row(Comparison comparison, int variant, boolean errors) {
        VariantSummary summary = comparison.variants().get(variant);
        RunVariant ran = summary.variant();
        var texts = new ArrayList<>(List.of(
                "**" + ran.label() + "**",
                MarkdownText.code(ran.prompt() + revision(ran.revision()), LONGEST_NAME),
                MarkdownText.code(ran.model().toString(), LONGEST_NAME),
                Integer.toString(summary.cases())));
        if (errors) {
            texts.add(Integer.toString(summary.errors()));
        }
        for (String metric : comparison.run().metrics()) {
            texts.add(score(CaseFigures.scores(comparison, metric), variant));
        }
        texts.add(Figures.dollars(summary.costUsd()).replace("$", "\\$").replace("<", "&lt;"));
        texts.add(Figures.millis(summary.latencyMsP50()));
        texts.add(Figures.millis(summary.latencyMsP95()));
        return texts;
    }

    private static String score(CaseFigures scores, int variant) {
        if (scores.mean(variant).isEmpty()) {
            return "not scored";
        }
        Interval interval = scores.interval(variant);
        return Figures.score(scores.mean(variant).getAsDouble())
                + (interval == null
                        ? ""
                        : " (" + Figures.score(Math.max(0, interval.low())) + " to "
                                + Figures.score(Math.min(1, interval.high())) + ")");
    }

    private static String revision(@Nullable String revision) {
        return revision == null ? "" : "@" + revision.substring(0, Math.min(7, revision.length()));
    }

    static String line(List<String> texts) {
        return "| " + String.join(" | ", texts) + " |";
    }
}
