package dev.assay.exchange.conversion;

import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Report;

/**
 * An exported text.
 *
 * @param text the whole text; empty where the report has refusals
 * @param ending of a file that holds it, without dot
 * @param report what became of everything in the prompt
 */
public record ExportResult(String text, String ending, Report report) {
    public ExportResult {
        text = report.count(Outcome.REFUSED) > 0 ? "" : text;
    }

    /** Whether the prompt has something that the format cannot say. */
    public boolean refused() {
        return report.count(Outcome.REFUSED) > 0;
    }
}
