package dev.assay.cli.report;

/** Text of files and commits, which may come from strangers, for a terminal. */
public final class Printable {
    private static final int LONGEST_LINE = 1000;

    private Printable() {}

    /** A message on one line as {@link #of}, cut where it goes on for ever because of what it quotes. */
    public static String message(String text) {
        String line = of(text.length() > 2 * LONGEST_LINE ? text.substring(0, 2 * LONGEST_LINE) : text);
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...";
    }

    /** The text on one line, without characters that steer a terminal or turn the direction of what follows. */
    public static String of(String text) {
        return text.replaceAll("[\\t\\n\\r]+", " ")
                .replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{2028}\\x{2029}]", "�");
    }
}
