package dev.assay.cli.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.assay.cli.report.Printable;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.report.ReportEntry;
import dev.assay.exchange.report.ReportText;
import java.util.List;
import java.util.Locale;

/** A report as lines for people and as JSON. */
public final class ReportLines {
    private ReportLines() {}

    /** A line for each entry and a summary. */
    public static List<String> of(Report report) {
        return ReportText.lines(report).stream().map(Printable::message).toList();
    }

    /** Adds an object for each entry. */
    public static void into(ArrayNode array, Report report) {
        for (ReportEntry entry : report.entries()) {
            array.addObject()
                    .put(
                            "outcome",
                            entry.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("place", entry.place())
                    .put("what", entry.what())
                    .put("became", entry.became());
        }
    }
}
