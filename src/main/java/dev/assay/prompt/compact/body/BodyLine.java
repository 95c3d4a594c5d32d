package dev.assay.prompt.compact.body;

/**
 * A line of a prompt's body. All components are offsets in the file.
 *
 * @param start its first character
 * @param end after its last character, before its line end
 * @param next where the following line starts; equals {@code end} where none does
 */
public record BodyLine(int start, int end, int next) {

    /** Whether a line end closes it. */
    public boolean isClosed() {
        return next > end;
    }
}
