package dev.assay.registry.diff;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/** Puts the lines of a change side by side: those that are alike face each other, in order. */
final class Pairing {
    /** Lines less alike than this are strangers; marks in them would be noise. */
    private static final double ALIKE = 0.3;

    /** In larger changes the lines are paired as they come, which takes no time. */
    private static final int MOST_PAIRS = 2_500;

    private final Lines before;
    private final Lines after;
    private final List<DiffRow> rows = new ArrayList<>();

    private Pairing(Lines before, Lines after) {
        this.before = before;
        this.after = after;
    }

    static List<DiffRow> rows(Lines before, Lines after, Edit edit) {
        var pairing = new Pairing(before, after);
        boolean small = (long) edit.getLengthA() * edit.getLengthB() <= MOST_PAIRS;
        if (small) {
            pairing.pairAlike(edit);
        } else {
            pairing.zip(edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB());
        }
        return pairing.rows;
    }

    private void pairAlike(Edit edit) {
        int height = edit.getLengthA();
        int width = edit.getLengthB();
        var words = new Words[height][width];
        var best = new double[height + 1][width + 1];
        for (int i = height - 1; i >= 0; i--) {
            for (int j = width - 1; j >= 0; j--) {
                words[i][j] = Words.of(
                        before.texts().get(edit.getBeginA() + i), after.texts().get(edit.getBeginB() + j));
                double paired = words[i][j].likeness() >= ALIKE ? words[i][j].likeness() + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        walk(edit, words, best);
    }

    private void walk(Edit edit, Words[][] words, double[][] best) {
        int i = 0;
        int j = 0;
        int oldStart = 0;
        int newStart = 0;
        while (i < words.length && j < words[i].length) {
            Words pair = words[i][j];
            if (pair.likeness() >= ALIKE && best[i][j] == pair.likeness() + best[i + 1][j + 1]) {
                zip(
                        edit.getBeginA() + oldStart,
                        edit.getBeginA() + i,
                        edit.getBeginB() + newStart,
                        edit.getBeginB() + j);
                changed(edit.getBeginA() + i, edit.getBeginB() + j, pair);
                i++;
                j++;
                oldStart = i;
                newStart = j;
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        zip(edit.getBeginA() + oldStart, edit.getEndA(), edit.getBeginB() + newStart, edit.getEndB());
    }

    private void changed(int old, int now, Words words) {
        rows.add(new DiffRow(DiffRow.Kind.CHANGED, before.side(old, words.before()), after.side(now, words.after())));
    }

    /** Strangers: they share rows as they come, to save height; what is left over faces nothing. */
    private void zip(int oldStart, int oldEnd, int newStart, int newEnd) {
        int shared = Math.min(oldEnd - oldStart, newEnd - newStart);
        for (int k = 0; k < shared; k++) {
            changed(oldStart + k, newStart + k, new Words(0, List.of(), List.of()));
        }
        for (int line = oldStart + shared; line < oldEnd; line++) {
            rows.add(new DiffRow(DiffRow.Kind.REMOVED, before.side(line, List.of()), null));
        }
        for (int line = newStart + shared; line < newEnd; line++) {
            rows.add(new DiffRow(DiffRow.Kind.ADDED, null, after.side(line, List.of())));
        }
    }
}
