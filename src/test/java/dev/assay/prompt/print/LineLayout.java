package dev.assay.prompt.print;

import dev.assay.prompt.template.Characters;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts tags on lines so that the text around them is printed as it is. A tag alone on its line takes the line with it;
 * where it must not, nothing is added, and where it would by accident, a barrier stands before it.
 */
final class LineLayout {
    private final List<Tag> tags = new ArrayList<>();
    /** The text before each tag, and that after the last one. */
    private final List<StringBuilder> gaps = new ArrayList<>(List.of(new StringBuilder()));

    /**
     * A tag to write.
     *
     * @param alone may take a line with it
     * @param wantsLine looks best on a line of its own
     * @param indent blanks that must stand before it; if there are any it must have a line of its own
     */
    private record Tag(String text, boolean alone, boolean wantsLine, String indent) {}

    /** Text to print. */
    void text(String text) {
        gaps.getLast().append(text);
    }

    /** A tag that prints a value; it never takes a line with it. */
    void output(String tag) {
        add(new Tag(tag, false, false, ""));
    }

    /** A tag that opens a block. */
    void opening(String tag, boolean wantsLine) {
        add(new Tag(tag, true, wantsLine, ""));
    }

    /** A tag that ends a branch of a block. */
    void inner(String tag) {
        add(new Tag(tag, true, true, ""));
    }

    /** A comment or partial. */
    void aside(String tag, String indent) {
        add(new Tag(tag, true, true, indent));
    }

    private void add(Tag tag) {
        tags.add(tag);
        gaps.add(new StringBuilder());
    }

    /** All of it, as text that is used as it is. */
    String print() {
        return print(true);
    }

    private String print(boolean endsLastLine) {
        var written = new StringBuilder();
        String before = "";
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            String gap = before + gaps.get(i);
            boolean startsLine = gap.isEmpty() ? i == 0 : gap.endsWith("\n");
            boolean accident = tag.alone && looksAlone(gap, i);
            boolean line = tag.alone && startsLine && (accident || tag.wantsLine);
            if (!tag.indent.isEmpty()) {
                line = true;
                gap = (startsLine ? gap : gap + "\n") + tag.indent;
            }
            written.append(TextEscapes.write(gap, true));
            if (accident && !line) {
                written.append(TextEscapes.BARRIER);
            }
            boolean needsBreak = i + 1 < tags.size() && breaksBefore(i + 1) && !line;
            written.append(needsBreak ? tag.text.substring(0, tag.text.length() - 2) + "~}}" : tag.text);
            before = line && (endsLastLine || !isEnd(i)) ? "\n" : "";
        }
        return written + TextEscapes.write(before + gaps.getLast(), false);
    }

    /** All of it, as text around which white space is dropped. */
    String printTrimmed() {
        String printed = print(false);
        StringBuilder last = gaps.getLast();
        boolean opens = !printed.isEmpty() && Characters.isSpace(printed.charAt(0));
        boolean ends = !last.isEmpty() && Characters.isSpace(last.charAt(last.length() - 1));
        return (opens ? TextEscapes.BARRIER : "") + printed + (ends ? TextEscapes.BARRIER : "");
    }

    private boolean isEnd(int i) {
        return i + 1 == tags.size() && gaps.getLast().isEmpty();
    }

    /** Whether a tag needs a line of its own that no text before it ends. */
    private boolean breaksBefore(int i) {
        return !tags.get(i).indent.isEmpty() && gaps.get(i).isEmpty();
    }

    /** Whether a tag would take its line with it if nothing were done. */
    private boolean looksAlone(String gap, int i) {
        int start = gap.length();
        while (start > 0 && Characters.isSpace(gap.charAt(start - 1)) && gap.charAt(start - 1) != '\n') {
            start--;
        }
        boolean starts = start == 0 ? i == 0 : gap.charAt(start - 1) == '\n';
        return starts && endsLine(i);
    }

    private boolean endsLine(int i) {
        CharSequence after = gaps.get(i + 1);
        int end = 0;
        while (end < after.length() && Characters.isSpace(after.charAt(end))) {
            if (after.charAt(end) == '\n') {
                return true;
            }
            end++;
        }
        boolean last = i + 1 == tags.size();
        return end == after.length() && (last || breaksBefore(i + 1));
    }
}
