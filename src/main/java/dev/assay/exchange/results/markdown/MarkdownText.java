package dev.assay.exchange.results.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of models, prompts and users in a Markdown document, where none of it may mean anything. */
final class MarkdownText {
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Punct}]");
    private static final Pattern MEANINGFUL = Pattern.compile("[\\\\`*_\\[\\]<>|~#&!$]");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069\\u2028\\u2029&&[^\\t\\n\\r]]");
    private static final Pattern BACKTICKS = Pattern.compile("`{3,}");

    private MarkdownText() {}

    /** Running text on one line, also for cells of tables. */
    static String plain(String text) {
        return MEANINGFUL.matcher(line(text)).replaceAll(sign -> Matcher.quoteReplacement("\\" + sign.group()));
    }

    /**
     * Text as code on one line, cut where it is longer: names nobody, links nothing, and ends no table cell. In place of
     * backticks stands the tag, within which a forge looks for no mention; whatever Markdown might read is spelt out.
     */
    static String code(String text, int longest) {
        String line = line(text);
        String shown = line.length() <= longest ? line : line.substring(0, end(line, longest)) + "…";
        return "<code>"
                + PUNCTUATION
                        .matcher(shown)
                        .replaceAll(sign -> "&#" + (int) sign.group().charAt(0) + ";")
                + "</code>";
    }

    /** Text as a block of code with its line ends, cut where it is longer. */
    static String block(String text, int longest) {
        String seen =
                UNSEEN.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("�");
        String shown = seen.length() <= longest
                ? seen
                : seen.substring(0, end(seen, longest)) + "\n… (" + (seen.length() - longest) + " more characters)";
        String fence = "`"
                .repeat(BACKTICKS
                        .matcher(shown)
                        .results()
                        .mapToInt(run -> run.group().length() + 1)
                        .max()
                        .orElse(3));
        return fence + "text\n" + shown + "\n" + fence;
    }

    private static String line(String text) {
        return UNSEEN.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("�");
    }

    /** No character outside the first plane is cut in two. */
    private static int end(String text, int longest) {
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
}
