package dev.assay.prompt.compact;

import dev.assay.prompt.compact.body.BodyLine;
import dev.assay.prompt.compact.body.PromptBody;
import dev.assay.prompt.compact.body.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of prose that belong together, or one item of a list.
 *
 * @param start where its first line starts
 * @param textStart its first word, behind indentation and the mark of a list
 * @param end after the line end of its last line
 * @param textEnd after its last character
 * @param item whether it is an item of a list
 * @param numbered whether the list is numbered
 * @param last whether no further-indented line follows, as those below an item
 * @param tagged whether a tag stands in it
 * @param openStart whether its first sentence may have begun before it
 * @param openEnd whether its last sentence may go on behind it
 * @param lead the line with a colon that it stands under; empty where there is none
 */
record Paragraph(
        int start,
        int textStart,
        int end,
        int textEnd,
        boolean item,
        boolean numbered,
        boolean last,
        boolean tagged,
        boolean openStart,
        boolean openEnd,
        String lead) {
    private static final Pattern MARK = Pattern.compile("([ \\t]*)(?:([-*+\u2022])|(\\d+[.)]))[ \\t]+");
    private static final Pattern HEADING = Pattern.compile("\\s*(#{1,6}\\s.*|[=-]{3,}\\s*|\\*\\*[^*]+\\*\\*:?\\s*)");

    private static final Pattern CLOSED = Pattern.compile("[.!?:]\\s*$|^[\\s" + Stretch.TAG + "]*$");

    /** The paragraphs of a stretch; headings are none, and a line with a tag is one of its own. */
    static List<Paragraph> of(PromptBody body, Stretch stretch) {
        var paragraphs = new ArrayList<Paragraph>();
        List<BodyLine> lines = stretch.lines();
        String lead = "";
        int i = 0;
        while (i < lines.size()) {
            BodyLine line = lines.get(i);
            String text = stretch.text(line);
            boolean words = !text.isBlank() && !body.isFormed(line.start(), line.end());
            if (!words || HEADING.matcher(text).matches()) {
                lead = text.isBlank() ? lead : "";
                i++;
                continue;
            }
            Matcher mark = MARK.matcher(text);
            boolean item = mark.lookingAt();
            int until = i + 1;
            boolean tagged = body.hasTag(line.start(), line.end());
            while (!tagged
                    && until < lines.size()
                    && continues(body, stretch, lines, until, item ? mark.end(1) + 1 : 0)) {
                until++;
            }
            Paragraph paragraph = paragraph(stretch, i, until, mark, item, tagged, lead);
            paragraphs.add(paragraph);
            String whole = stretch.text().substring(paragraph.textStart, paragraph.textEnd);
            lead = whole.endsWith(":") ? whole : item ? lead : "";
            i = until;
        }
        return paragraphs;
    }

    private static boolean continues(
            PromptBody body, Stretch stretch, List<BodyLine> lines, int index, int leastIndentation) {
        BodyLine line = lines.get(index);
        String text = stretch.text(line);
        return !text.isBlank()
                && body.isPlain(line.start(), line.end())
                && !MARK.matcher(text).lookingAt()
                && !HEADING.matcher(text).matches()
                && stretch.indentation(line) >= leastIndentation
                && body.scope(line.start())
                        .equals(body.scope(lines.get(index - 1).start()))
                && !stretch.text(lines.get(index - 1)).stripTrailing().endsWith(":");
    }

    private static Paragraph paragraph(
            Stretch stretch, int from, int until, Matcher mark, boolean item, boolean tagged, String lead) {
        List<BodyLine> lines = stretch.lines();
        BodyLine first = lines.get(from);
        BodyLine end = lines.get(until - 1);
        int indentation = stretch.indentation(first);
        boolean children = until < lines.size()
                && !stretch.isBlank(lines.get(until))
                && stretch.indentation(lines.get(until)) > indentation;
        int textEnd = end.start() + stretch.text(end).stripTrailing().length();
        return new Paragraph(
                first.start(),
                first.start() + (item ? mark.end() : indentation),
                end.next(),
                textEnd,
                item,
                item && mark.group(3) != null,
                !children,
                tagged,
                !item && from > 0 && !isClosed(stretch.text(lines.get(from - 1))),
                until < lines.size()
                        && !isClosed(stretch.text(end))
                        && !stretch.isBlank(lines.get(until))
                        && !MARK.matcher(stretch.text(lines.get(until))).lookingAt(),
                lead);
    }

    /** Whether a line is blank, holds tags alone, or ends a sentence. */
    private static boolean isClosed(String line) {
        return CLOSED.matcher(line).find();
    }
}
