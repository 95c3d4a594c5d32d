package dev.assay.cli.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.report.ReportEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as lines for people and as JSON. */
final class ReportLines {
    private ReportLines() {}

    static List<String> of(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.count(Outcome.CONVERTED) + " converted, " + report.count(Outcome.NEEDS_HAND) + " need a hand, "
                + report.count(Outcome.LEFT_OUT) + " left out");
        add(lines, "Cannot be written:", report.of(Outcome.REFUSED));
        add(lines, "Needs a hand:", report.of(Outcome.NEEDS_HAND));
        add(lines, "Left out:", report.of(Outcome.LEFT_OUT));
        add(lines, "Converted:", report.of(Outcome.CONVERTED));
        return lines;
    }

    private static void add(List<String> lines, String title, List<ReportEntry> entries) {
        if (!entries.isEmpty()) {
            lines.add(title);
            entries.forEach(entry -> lines.add("  " + entry.toString().replaceAll("\\s*\\R\\s*", " ⏎ ")));
        }
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
