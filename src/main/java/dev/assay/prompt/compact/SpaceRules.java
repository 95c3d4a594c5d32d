package dev.assay.prompt.compact;

import dev.assay.prompt.compact.body.BodyLine;
import dev.assay.prompt.compact.body.PromptBody;
import dev.assay.prompt.compact.body.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules that change white space alone. */
final class SpaceRules {
    /** What a list, a quotation or a task list begins with: continuation lines stand below what follows it. */
    private static final Pattern LEAD = Pattern.compile("[ \\t]*(?:(?:[-*+>]|\\d+[.)]|\\[[ xX]])[ \\t]+)*");

    private static final Pattern RUN = Pattern.compile("(?<=[^ \\t]) {2,}(?=[^ \\t])");
    private static final String HARD_BREAK = "  ";

    private SpaceRules() {}

    /** White space before line ends; two blanks that break a line in Markdown stay. */
    static List<CompactEdit> trailing(PromptBody body) {
        var cut = new Cut(body);
        var edits = new ArrayList<CompactEdit>();
        for (Stretch stretch : body.stretches()) {
            for (int i = 0; i < stretch.lines().size(); i++) {
                BodyLine line = stretch.lines().get(i);
                int start = line.end();
                while (start > line.start() && isSpace(body.source().charAt(start - 1))) {
                    start--;
                }
                boolean ends = line.isClosed() || line.end() == body.end();
                boolean kept = isHardBreak(stretch, i, start) || !body.isLoose(start, line.end());
                if (start < line.end() && ends && !kept) {
                    edits.add(cut.plain(
                            start, line.end(), "", CompactRule.TRAILING_SPACE, "white space at the end of the line"));
                }
            }
        }
        return edits;
    }

    private static boolean isHardBreak(Stretch stretch, int index, int start) {
        BodyLine line = stretch.lines().get(index);
        return start > line.start()
                && stretch.text().substring(start, line.end()).equals(HARD_BREAK)
                && index + 1 < stretch.lines().size()
                && !stretch.isBlank(stretch.lines().get(index + 1));
    }

    /** Blank lines after a blank line. */
    static List<CompactEdit> blankLines(PromptBody body) {
        var cut = new Cut(body);
        var edits = new ArrayList<CompactEdit>();
        for (Stretch stretch : body.stretches()) {
            List<BodyLine> lines = stretch.lines();
            int i = 0;
            while (i < lines.size()) {
                int first = i;
                while (i < lines.size() && isFreeBlank(body, stretch, lines.get(i))) {
                    i++;
                }
                if (i - first > 1) {
                    edits.add(cut.plain(
                            lines.get(first + 1).start(),
                            lines.get(i - 1).next(),
                            "",
                            CompactRule.BLANK_LINES,
                            i - first == 2 ? "a second blank line" : (i - first - 1) + " more blank lines"));
                }
                i = Math.max(i, first + 1);
            }
        }
        return edits;
    }

    private static boolean isFreeBlank(PromptBody body, Stretch stretch, BodyLine line) {
        return line.isClosed() && stretch.isBlank(line) && body.isPlain(line.start(), line.next());
    }

    /** Blanks after a blank, but for indentation, the room behind the mark of a list, and next to tags. */
    static List<CompactEdit> repeated(PromptBody body) {
        var cut = new Cut(body);
        var edits = new ArrayList<CompactEdit>();
        for (Stretch stretch : body.stretches()) {
            for (BodyLine line : stretch.lines()) {
                String text = stretch.text(line);
                Matcher lead = LEAD.matcher(text);
                Matcher run = RUN.matcher(text);
                run.region(lead.lookingAt() ? lead.end() : 0, text.length()).useTransparentBounds(true);
                while (run.find()) {
                    int start = line.start() + run.start();
                    int end = line.start() + run.end();
                    if (body.isLoose(start, end) && !body.hasTag(start - 1, end + 1)) {
                        edits.add(cut.plain(start, end, " ", CompactRule.REPEATED_SPACE, "more than one blank"));
                    }
                }
            }
        }
        return edits;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
