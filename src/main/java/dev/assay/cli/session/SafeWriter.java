package dev.assay.cli.session;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Keeps texts of strangers from steering the terminal that they are shown on: control characters other than line ends
 * and tabs become a question mark in a diamond. Where results go into a file they stay as they are.
 */
final class SafeWriter extends FilterWriter {
    private static final char REPLACED = '\ufffd';

    /** A carriage return on its own would let a text write over what stands before it. */
    private boolean returned;

    SafeWriter(Writer terminal) {
        super(terminal);
    }

    @Override
    public void write(int c) throws IOException {
        if (returned) {
            out.write(c == '\n' ? '\r' : REPLACED);
        }
        returned = c == '\r';
        if (!returned) {
            out.write(steers(c) ? REPLACED : c);
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text.charAt(i));
        }
    }

    private static boolean steers(int c) {
        boolean control = c < ' ' || (c >= 0x7f && c <= 0x9f);
        return control && c != '\n' && c != '\t';
    }
}
