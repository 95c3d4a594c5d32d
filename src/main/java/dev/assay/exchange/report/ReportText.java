package dev.assay.exchange.report;

import java.util.ArrayList;
import java.util.List;

/** A report as lines for people: how much went which way, then what needs a hand first. */
public final class ReportText {
    private ReportText() {}

    /** The lines; an entry stands on one line each. */
    public static List<String> lines(Report report) {
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
            entries.forEach(entry -> lines.add("  " + line(entry)));
        }
    }

    /** An entry on one line. */
    public static String line(ReportEntry entry) {
        return entry.toString().replaceAll("\\s*\\R\\s*", " ⏎ ");
    }
}
