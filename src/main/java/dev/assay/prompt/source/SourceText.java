package dev.assay.prompt.source;

import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.Arrays;

/** A file's text that turns offsets into lines and columns. Lines end with LF, CRLF or CR. Immutable. */
public final class SourceText {
    private final String file;
    private final String text;
    private final int[] lineStarts;

    /**
     * @param file the path to name in messages
     * @param text the whole text of the file
     */
    public SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /** The path to name in messages. */
    public String file() {
        return file;
    }

    /** The whole text of the file. */
    public String text() {
        return text;
    }

    /** Line and column of an offset; columns count characters, so that an emoji is one. */
    public SourceLocation locate(int offset) {
        int within = Math.clamp(offset, 0, text.length());
        int found = Arrays.binarySearch(lineStarts, within);
        int line = found >= 0 ? found : -found - 2;
        return new SourceLocation(file, line + 1, text.codePointCount(lineStarts[line], within) + 1);
    }

    /** An error of the user's at an offset. */
    public InputException error(int offset, String message) {
        return new InputException(locate(offset), message);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !crlf)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
