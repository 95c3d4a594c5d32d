package dev.assay.experiment.dataset;

/**
 * A value of a row.
 *
 * @param text what it says: text as it is, any other value of JSON as JSON writes it
 * @param kind what it is
 * @param from where it is written, counted from where its row begins
 * @param to where that ends
 */
record Cell(String text, Kind kind, int from, int to) {
    /** What a value is. */
    enum Kind {
        /** A text without quotes around it. */
        PLAIN,
        /** A text in quotes. */
        QUOTED,
        /** A number, a truth value, a list, a record, or null. */
        JSON
    }
}
