package dev.assay.exchange.exporting;

import dev.assay.exchange.conversion.DatasetText;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Report;

/**
 * Something exported.
 *
 * @param content its text; empty where the report has refusals
 * @param ending of a file that holds it, without dot
 * @param report what became of everything in the prompt
 */
public record ExportResult(DatasetText content, String ending, Report report) {
    public ExportResult {
        content = report.count(Outcome.REFUSED) > 0 ? DatasetText.of("") : content;
    }

    /** A result whose text is in memory. */
    public ExportResult(String text, String ending, Report report) {
        this(DatasetText.of(text), ending, report);
    }

    /** The whole text. */
    public String text() {
        return content.all();
    }

    /** Whether the prompt has something that the format cannot say. */
    public boolean refused() {
        return report.count(Outcome.REFUSED) > 0;
    }
}
