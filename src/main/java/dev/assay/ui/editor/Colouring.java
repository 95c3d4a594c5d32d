package dev.assay.ui.editor;

import java.util.List;

/**
 * A text with its colours.
 *
 * @param text what was coloured
 * @param runs cover the text without a gap
 */
record Colouring(String text, List<StyledRun> runs) {
    /** What an area looks like before anything was coloured. */
    static final Colouring NONE = new Colouring("", List.of());

    /**
     * The runs to apply to an area that showed {@code before} and was edited since. All others look right already:
     * colouring thousands of lines for each letter typed would make typing slow.
     */
    List<StyledRun> changedSince(Colouring before, Untouched untouched) {
        int grown = text.length() - before.text.length();
        int first = 0;
        while (first < Math.min(runs.size(), before.runs.size())
                && runs.get(first).end() <= untouched.prefix()
                && runs.get(first).equals(before.runs.get(first))) {
            first++;
        }
        int last = runs.size();
        int lastBefore = before.runs.size();
        while (last > first
                && lastBefore > first
                && runs.get(last - 1).start() >= text.length() - untouched.suffix()
                && same(runs.get(last - 1), before.runs.get(lastBefore - 1), grown)) {
            last--;
            lastBefore--;
        }
        return runs.subList(first, last);
    }

    private static boolean same(StyledRun run, StyledRun before, int shift) {
        return run.start() == before.start() + shift
                && run.end() == before.end() + shift
                && run.classes().equals(before.classes());
    }
}
