package dev.assay.cli.report;

/** Text of files and commits, which may come from strangers, for a terminal. */
public final class Printable {
    private Printable() {}

    /** The text on one line, without characters that steer a terminal or turn the direction of what follows. */
    public static String of(String text) {
        return text.replaceAll("[\\t\\n\\r]+", " ")
                .replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{2028}\\x{2029}]", "�");
    }
}
