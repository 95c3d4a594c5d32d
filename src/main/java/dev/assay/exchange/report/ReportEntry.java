package dev.assay.exchange.report;

/**
 * What became of one construct.
 *
 * @param outcome how it went
 * @param place where it stands in the source: {@code line 12}, or a JSON pointer; empty for the whole file
 * @param what what it is, in the words of its format
 * @param became what became of it, and what to do where somebody must look at it
 */
public record ReportEntry(Outcome outcome, String place, String what, String became) {

    /** {@code place: what: became}, on one line. */
    @Override
    public String toString() {
        return (place.isEmpty() ? "" : place + ": ") + what + ": " + became;
    }
}
