package dev.assay.registry.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.Edit;

/**
 * Two lines compared word by word.
 *
 * @param likeness how much they share, 0 to 1
 * @param before what the first has for itself
 * @param after what the second has for itself
 */
record Words(double likeness, List<Mark> before, List<Mark> after) {
    /** Beyond this, lines are compared as wholes: nobody reads marks in a line of many pages. */
    private static final int LONGEST = 20_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    static Words of(String before, String after) {
        if (before.length() > LONGEST || after.length() > LONGEST) {
            return new Words(0, List.of(), List.of());
        }
        List<String> old = words(before);
        List<String> now = words(after);
        var removed = new ArrayList<Mark>();
        var added = new ArrayList<Mark>();
        List<Edit> edits = Pieces.edits(old, now);
        int[] oldAt = offsets(old);
        int[] nowAt = offsets(now);
        for (Edit edit : edits) {
            mark(removed, oldAt[edit.getBeginA()], oldAt[edit.getEndA()], before);
            mark(added, nowAt[edit.getBeginB()], nowAt[edit.getEndB()], after);
        }
        double shared = solid(before) - solid(before, removed);
        int all = solid(before) + solid(after);
        return new Words(all == 0 ? 1 : 2 * shared / all, removed, added);
    }

    private static List<String> words(String line) {
        Matcher word = WORD.matcher(line);
        var words = new ArrayList<String>();
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static int[] offsets(List<String> words) {
        var offsets = new int[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            offsets[i + 1] = offsets[i] + words.get(i).length();
        }
        return offsets;
    }

    /** Marks with nothing but space between them are one: a changed phrase is easier to read in one piece. */
    private static void mark(List<Mark> marks, int start, int end, String line) {
        if (start == end) {
            return;
        }
        Mark last = marks.isEmpty() ? null : marks.getLast();
        if (last != null && line.substring(last.end(), start).isBlank()) {
            marks.removeLast();
            marks.add(new Mark(last.start(), end));
        } else {
            marks.add(new Mark(start, end));
        }
    }

    private static int solid(String text) {
        return (int) text.chars().filter(c -> !Character.isWhitespace(c)).count();
    }

    private static int solid(String text, List<Mark> marks) {
        return marks.stream()
                .mapToInt(mark -> solid(text.substring(mark.start(), mark.end())))
                .sum();
    }
}
