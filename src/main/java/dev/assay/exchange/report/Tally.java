package dev.assay.exchange.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what happens again and again, as in every line of a file, so that the report says it once. */
public final class Tally {
    private final Map<Kind, Count> counts = new LinkedHashMap<>();

    private record Kind(Outcome outcome, String what, String became) {}

    private record Count(String place, int number) {}

    /** Counts one more; the place of the first one is told. */
    public void add(Outcome outcome, String place, String what, String became) {
        counts.merge(
                new Kind(outcome, what, became),
                new Count(place, 1),
                (first, one) -> new Count(first.place(), first.number() + 1));
    }

    /** Tells all that was counted. */
    public void tell(Report.Builder report) {
        counts.forEach((kind, count) -> report.add(new ReportEntry(
                kind.outcome(),
                count.place(),
                count.number() == 1 ? kind.what() : kind.what() + ", and " + (count.number() - 1) + " more like it",
                kind.became())));
    }
}
