package dev.assay.ui.monitoring;

/**
 * One figure at the top.
 *
 * @param label what it is
 * @param value how it is shown
 * @param change against the time before, or what else there is to say; may be empty
 * @param alarming whether the user should look at it
 */
record Tile(String label, String value, String change, boolean alarming) {
    /** A figure like others. */
    Tile(String label, String value, String change) {
        this(label, value, change, false);
    }
}
