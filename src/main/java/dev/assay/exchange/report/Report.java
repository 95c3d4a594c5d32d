package dev.assay.exchange.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that an import or export has changed, kept or left out.
 *
 * @param entries in the order of the source
 */
public record Report(List<ReportEntry> entries) {

    /** Nothing to tell. */
    public static final Report EMPTY = new Report(List.of());

    public Report {
        entries = List.copyOf(entries);
    }

    /** How many constructs went this way. */
    public long count(Outcome outcome) {
        return entries.stream().filter(entry -> entry.outcome() == outcome).count();
    }

    /** The entries of this outcome. */
    public List<ReportEntry> of(Outcome outcome) {
        return entries.stream().filter(entry -> entry.outcome() == outcome).toList();
    }

    /** This report with the entries of another after its own. */
    public Report and(Report other) {
        var all = new ArrayList<>(entries);
        all.addAll(other.entries);
        return new Report(all);
    }

    /** Gathers entries while a file is converted; the same one twice counts once. */
    public static final class Builder {
        private final Set<ReportEntry> entries = new LinkedHashSet<>();

        /** Something that means the same on the other side. */
        public void converted(String place, String what, String became) {
            entries.add(new ReportEntry(Outcome.CONVERTED, place, what, became));
        }

        /** Something that somebody must look at. */
        public void needsHand(String place, String what, String became) {
            entries.add(new ReportEntry(Outcome.NEEDS_HAND, place, what, became));
        }

        /** Something that is not on the other side. */
        public void leftOut(String place, String what, String became) {
            entries.add(new ReportEntry(Outcome.LEFT_OUT, place, what, became));
        }

        /** Something that keeps anything from being written. */
        public void refused(String place, String what, String became) {
            entries.add(new ReportEntry(Outcome.REFUSED, place, what, became));
        }

        /** An entry. */
        public void add(ReportEntry entry) {
            entries.add(entry);
        }

        /** All entries of another report. */
        public void addAll(Report report) {
            entries.addAll(report.entries());
        }

        /** The report so far. */
        public Report build() {
            return new Report(new ArrayList<>(entries));
        }
    }
}
