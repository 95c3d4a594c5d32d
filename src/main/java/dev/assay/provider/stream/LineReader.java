package dev.assay.provider.stream;

import java.io.IOException;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines that end in LF, CRLF or CR, as server-sent events allow. A last line without an end is a line too.
 * Characters are decoded a line at a time, so that none is torn.
 */
public final class LineReader {
    private static final ByteString ENDS = ByteString.encodeUtf8("\r\n");
    private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

    private final BufferedSource source;
    private boolean atStart = true;
    private boolean afterCarriageReturn;

    public LineReader(BufferedSource source) {
        this.source = source;
    }

    /** The next line without its end, or null at the end of the text. */
    public @Nullable String next() throws IOException {
        if (atStart) {
            atStart = false;
            skipByteOrderMark(source);
        }
        // The LF of a CRLF is skipped here, not when the CR was read: it may arrive much later.
        if (afterCarriageReturn) {
            afterCarriageReturn = false;
            if (source.request(1) && source.getBuffer().getByte(0) == '\n') {
                source.skip(1);
            }
        }
        long end = source.indexOfElement(ENDS);
        if (end < 0) {
            return source.exhausted() ? null : source.readUtf8();
        }
        String line = source.readUtf8(end);
        afterCarriageReturn = source.readByte() == '\r';
        return line;
    }

    /** Leaves out the mark that some servers put before the first character. */
    public static void skipByteOrderMark(BufferedSource source) throws IOException {
        if (source.rangeEquals(0, BYTE_ORDER_MARK)) {
            source.skip(BYTE_ORDER_MARK.size());
        }
    }
}
