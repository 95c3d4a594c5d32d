package dev.assay.exchange.results.markdown;

import dev.assay.exchange.results.content.Figures;
import dev.assay.exchange.results.content.Remarks;
import dev.assay.exchange.results.content.RunReport;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.gate.GateResult;
import dev.assay.history.Run;
import dev.assay.history.RunStatus;
import java.util.ArrayList;
import java.util.List;

/** Writes a run as Markdown: what was found first, then the figures, then the cases to look at. */
public final class MarkdownReport {
    /** Forges take comments of at most 65,536 characters. */
    private static final int LONGEST = 60_000;

    private static final int LONGEST_TITLE = 200;

    private final RunReport report;
    private final Comparison comparison;
    private final Run run;

    private MarkdownReport(RunReport report) {
        this.report = report;
        this.comparison = report.comparison();
        this.run = comparison.run();
    }

    /** The whole document, short enough for a comment. */
    public static String of(RunReport report) {
        return new MarkdownReport(report).text();
    }

    private String text() {
        var regressions = new RegressionSection(comparison);
        var lines = new ArrayList<String>();
        lines.add("### Assay: " + MarkdownText.plain(cut(run.title())));
        lines.add("");
        lines.addAll(findings());
        lines.add("");
        lines.addAll(VariantTable.lines(comparison));
        lines.add("");
        Remarks.of(comparison).forEach(remark -> lines.add("- " + MarkdownText.plain(remark)));
        lines.add("");
        lines.addAll(regressions.table());
        lines.add("");
        var text = new StringBuilder(String.join("\n", lines)).append('\n');
        String end =
                "<sub>Run " + run.id() + " on " + MarkdownText.code(run.dataset(), LONGEST_TITLE) + ", " + run.cases()
                        + " cases" + (run.repeats() == 1 ? "" : " x " + run.repeats() + " repeats")
                        + ". Everything: <code>assay runs show " + run.id() + "</code></sub>\n";
        String leftOut = "Further cases are left out for length.\n\n";
        for (String detail : regressions.details()) {
            if (text.length() + detail.length() + end.length() + leftOut.length() > LONGEST) {
                text.append(leftOut);
                break;
            }
            text.append(detail).append('\n');
        }
        return text.append(end).toString();
    }

    private List<String> findings() {
        var lines = new ArrayList<String>();
        if (run.status() != RunStatus.FINISHED) {
            lines.add("- **The run is " + Figures.lowerCase(run.status()) + "**: what follows is of "
                    + comparison.cells().size() + " cells only.");
        }
        comparison.verdicts().forEach(verdict -> lines.add("- **" + MarkdownText.plain(verdict.sentence()) + "**"));
        if (comparison.verdicts().isEmpty()) {
            lines.add("- **" + MarkdownText.plain(comparison.headline()) + "**");
        }
        report.gates().forEach(gate -> lines.add("- " + gate(gate)));
        return lines;
    }

    private static String gate(GateResult gate) {
        String what = MarkdownText.plain(gate.gate());
        return switch (gate.status()) {
            case PASSED -> "✅ " + gate.variant() + " passed: " + MarkdownText.plain(gate.metric()) + ", " + what;
            case FAILED -> "❌ **Gate failed** (" + what + "): " + MarkdownText.plain(gate.sentence());
            case UNDECIDED -> "❔ **Gate undecided** (" + what + "): " + MarkdownText.plain(gate.sentence());
        };
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
    }
}
