package dev.assay.prompt.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Changes maps and lists that are written one entry a line. Each method returns the new text. */
final class BlockText {
    private final String text;
    private final String eol;
    private final YamlNode.Branch branch;
    private final int column;

    BlockText(String text, String eol, YamlNode.Branch branch) {
        this.text = text;
        this.eol = eol;
        this.branch = branch;
        this.column = TextLines.column(text, branch.children().getFirst().start());
    }

    /** Blanks before each entry. */
    int column() {
        return column;
    }

    /** Puts an entry before the one that has this index now; its lines are complete but for the first's indentation. */
    String insert(int index, List<String> lines) {
        String entry = String.join(eol, lines);
        if (index < branch.children().size()) {
            int start = branch.children().get(index).start();
            boolean compact = !startsLine(start);
            int at = compact ? start : commentsAbove(index);
            return compact
                    ? splice(at, at, entry + eol + " ".repeat(column))
                    : splice(at, at, " ".repeat(column) + entry + eol);
        }
        int last = branch.children().size() - 1;
        int after = lastLine(last);
        return splice(after, after, eol + " ".repeat(column) + entry);
    }

    /** Takes an entry out; comments that fill a line stay. */
    String remove(int index) {
        YamlNode.Child child = branch.children().get(index);
        boolean compact = !startsLine(child.start());
        boolean hasNext = index + 1 < branch.children().size();
        if (compact && hasNext) {
            int next = branch.children().get(index + 1).start();
            return splice(child.start(), next, comments(child.start(), next, child, "", eol + " ".repeat(column)));
        }
        int end = TextLines.next(text, lastLine(index));
        if (compact) {
            return splice(child.start(), TextLines.end(text, child.end()), "");
        }
        int start = TextLines.start(text, child.start());
        return splice(start, end, comments(start, end, child, " ".repeat(column), eol));
    }

    /** Puts entries in another order, each with the comments above it. */
    String reorder(List<Integer> order) {
        int count = branch.children().size();
        boolean compact = !startsLine(branch.children().getFirst().start());
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            starts[i] = compact && i == 0 ? branch.children().get(0).start() : commentsAbove(i);
        }
        starts[count] = TextLines.next(text, lastLine(count - 1));
        String reordered = order.stream()
                .map(i -> unpadded(text.substring(starts[i], starts[i + 1])))
                .collect(Collectors.joining(" ".repeat(column)));
        return splice(starts[0], starts[count], (compact ? "" : " ".repeat(column)) + reordered);
    }

    private String unpadded(String chunk) {
        return chunk.substring(Math.min(column, TextLines.indentation(chunk, 0)));
    }

    /** The comments that fill a line between two offsets, outside of the values of a child that begins there. */
    String comments(int from, int to, YamlNode.Child child, String before, String after) {
        var kept = new StringBuilder();
        List<YamlNode.Scalar> scalars = scalars(child.value());
        for (int line = TextLines.start(text, from); line < to; line = TextLines.next(text, line)) {
            int start = line;
            boolean inside = scalars.stream().anyMatch(scalar -> scalar.start() < start && start < scalar.end());
            int comment = commentIn(Math.max(start, from));
            if (!inside && comment >= 0) {
                kept.append(before)
                        .append(text.substring(comment, TextLines.end(text, comment))
                                .strip())
                        .append(after);
            }
        }
        return kept.toString();
    }

    /** Where the comment of a line begins that has nothing else, but for dashes; -1 where there is none. */
    private int commentIn(int start) {
        int at = start;
        while (at < text.length() && " \t-".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean comment = at < text.length() && text.charAt(at) == '#' && (at == start || text.charAt(at - 1) != '-');
        return comment ? at : -1;
    }

    private static List<YamlNode.Scalar> scalars(YamlNode node) {
        var scalars = new ArrayList<YamlNode.Scalar>();
        switch (node) {
            case YamlNode.Scalar scalar -> scalars.add(scalar);
            case YamlNode.Branch inner -> inner.children().forEach(child -> scalars.addAll(scalars(child.value())));
        }
        return scalars;
    }

    /** Where the comments directly above an entry begin; its own line where there are none. */
    private int commentsAbove(int index) {
        int floor = index > 0 ? TextLines.next(text, lastLine(index - 1)) : 0;
        int line = TextLines.start(text, branch.children().get(index).start());
        while (line > floor) {
            int above = TextLines.previous(text, line);
            if (above < floor || !TextLines.isComment(text, above)) {
                break;
            }
            line = above;
        }
        return line;
    }

    /** The end of an entry's last line, comments that are indented like what is inside among them. */
    private int lastLine(int index) {
        boolean closes = index + 1 == branch.children().size();
        int deep = closes && branch.mapping() && column > 0 ? column : column + 1;
        int limit =
                !closes ? TextLines.start(text, branch.children().get(index + 1).start()) : text.length();
        int end = TextLines.end(text, branch.children().get(index).end());
        int line = TextLines.next(text, end);
        int last = end;
        while (line > end && line < limit) {
            boolean deeper = TextLines.isComment(text, line) && TextLines.indentation(text, line) >= deep;
            if (!deeper && !TextLines.isBlank(text, line)) {
                break;
            }
            last = deeper ? TextLines.end(text, line) : last;
            int next = TextLines.next(text, line);
            if (next == line) {
                break;
            }
            line = next;
        }
        return last;
    }

    private boolean startsLine(int offset) {
        return text.substring(TextLines.start(text, offset), offset).isBlank();
    }

    private String splice(int from, int to, String inserted) {
        return text.substring(0, from) + inserted + text.substring(to);
    }
}
