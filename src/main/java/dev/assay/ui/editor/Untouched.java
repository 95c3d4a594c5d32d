package dev.assay.ui.editor;

/**
 * How much of a text was not edited. Only the edits themselves tell: of an x typed among others nobody can see later
 * which one it was, yet each may look different.
 *
 * @param length of the text now
 * @param prefix number of characters at its start that were not edited
 * @param suffix number of characters at its end that were not edited
 */
record Untouched(int length, int prefix, int suffix) {
    /** A text that was not edited. */
    static Untouched all(int length) {
        return new Untouched(length, length, length);
    }

    /** After {@code removed} characters at an offset have been replaced by {@code inserted} others. */
    Untouched after(int offset, int removed, int inserted) {
        int grown = length - removed + inserted;
        return new Untouched(grown, Math.min(prefix, offset), Math.min(suffix, grown - offset - inserted));
    }
}
