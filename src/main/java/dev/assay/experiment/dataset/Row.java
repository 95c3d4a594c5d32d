package dev.assay.experiment.dataset;

/**
 * A row as it is written. Rows of a file share its text, so that a hundred thousand of them need little.
 *
 * @param text what it stands in
 * @param from where the blank lines before it begin
 * @param start where it begins itself
 * @param end where it ends, without its line end
 * @param stop where its line end ends
 * @param line where it stood in the file when that was read, from 1; 0 for a new row
 */
record Row(String text, int from, int start, int end, int stop, int line) {

    /** A row that no file has yet. */
    static Row made(String raw, String lineEnd) {
        return new Row(raw + lineEnd, 0, 0, raw.length(), raw.length() + lineEnd.length(), 0);
    }

    String raw() {
        return text.substring(start, end);
    }

    String lineEnd() {
        return text.substring(end, stop);
    }

    /** The same row, written otherwise; what is around it stays. */
    Row with(String raw) {
        String lead = text.substring(from, start);
        int begin = lead.length();
        return new Row(
                lead + raw + lineEnd(), 0, begin, begin + raw.length(), begin + raw.length() + (stop - end), line);
    }

    /** The same text as a row of its own, without the blank lines before it. */
    Row copy() {
        return made(raw(), lineEnd());
    }
}
