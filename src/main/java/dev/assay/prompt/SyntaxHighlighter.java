package dev.assay.prompt;

import java.util.List;

/** Finds what to colour in a prompt file. A pure function of the text; right also while the text is broken. */
public final class SyntaxHighlighter {

    private SyntaxHighlighter() {}

    /** The stretches to colour, sorted, not overlapping; stretches of plain text are left out. */
    public static List<SyntaxSpan> highlight(String source) {
        throw new UnsupportedOperationException();
    }
}
