package dev.assay.cli.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.assay.cli.report.Printable;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.report.ReportEntry;
import dev.assay.exchange.report.ReportText;
import java.util.List;
import java.util.Locale;

/** A report as lines for people and as JSON. */
final class ReportLines {
    private ReportLines() {}

    static List<String> of(Report report) {
        return ReportText.lines(report).stream().map(Printable::message).toList();
    }

    static void into(ArrayNode array, Report report) {
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
