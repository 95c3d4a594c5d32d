package dev.assay.ui.prompts;

/** How the lines of a file end. The editor knows {@code \n} only; the file keeps its own. */
enum LineEnds {
    UNIX("\n"),
    WINDOWS("\r\n");

    private final String mark;

    LineEnds(String mark) {
        this.mark = mark;
    }

    /** Those of a text; where they are mixed, those of its first line. */
    static LineEnds of(String text) {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r' ? WINDOWS : UNIX;
    }

    /** The text as the editor wants it. */
    static String forEditor(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The editor's text as it goes into the file. */
    String forFile(String text) {
        return text.replace("\n", mark);
    }
}
