package dev.assay.prompt.source;

import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file's text that turns offsets into lines and columns. Lines end with LF, CRLF or CR. Immutable. */
public final class SourceText {
    private static final int BLOCK = 256;

    private final String file;
    private final String text;
    private final int[] lineStarts;
    /** How many surrogate pairs stand before each block of the text; made when first needed. */
    private int @Nullable [] pairs;

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
        int start = lineStarts[line];
        return new SourceLocation(file, line + 1, within - start - (pairsBefore(within) - pairsBefore(start)) + 1);
    }

    /** Looked up rather than counted along the line, which may be as long as the file and have a fault in each word. */
    private int pairsBefore(int offset) {
        int[] counted = pairs;
        if (counted == null) {
            counted = countPairs();
            pairs = counted;
        }
        int block = offset / BLOCK;
        return counted[block] + pairsBetween(block * BLOCK, offset);
    }

    private int[] countPairs() {
        int[] counted = new int[text.length() / BLOCK + 1];
        for (int block = 1; block < counted.length; block++) {
            counted[block] = counted[block - 1] + pairsBetween((block - 1) * BLOCK, block * BLOCK);
        }
        return counted;
    }

    /** How many pairs end between two offsets. */
    private int pairsBetween(int from, int to) {
        int found = 0;
        for (int i = Math.max(from, 1); i < to; i++) {
            if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
                found++;
            }
        }
        return found;
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
