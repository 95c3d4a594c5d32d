package dev.assay.registry.merge;

import dev.assay.registry.merge.MergeChunk.Agreed;
import dev.assay.registry.merge.MergeChunk.Conflict;
import dev.assay.registry.merge.MergeChunk.Origin;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;

/**
 * Walks down the base and both sides at once. Edits of the two sides that overlap or touch form one hunk, as in git. Not
 * JGit's own merge, which takes an emptied text for a deleted file and loses the base of some conflicts.
 */
final class Hunks {
    private final Lines base;
    private final Side ours;
    private final Side theirs;
    private final List<MergeChunk> chunks = new ArrayList<>();

    Hunks(Lines base, Lines ours, Lines theirs) {
        this.base = base;
        this.ours = new Side(base, ours);
        this.theirs = new Side(base, theirs);
    }

    List<MergeChunk> merge() {
        int done = 0;
        while (ours.hasNext() || theirs.hasNext()) {
            int begin = Math.min(ours.nextBegin(), theirs.nextBegin());
            agree(base.text(done, begin), Origin.BOTH);
            int end = begin;
            boolean grows = true;
            while (grows) {
                int longer = Math.max(ours.take(end), theirs.take(end));
                grows = longer > end || ours.nextBegin() <= longer || theirs.nextBegin() <= longer;
                end = Math.max(end, longer);
            }
            hunk(begin, end);
            done = end;
        }
        agree(base.text(done, base.size()), Origin.BOTH);
        return chunks;
    }

    private void hunk(int begin, int end) {
        boolean byUs = ours.taken();
        boolean byThem = theirs.taken();
        String our = ours.text(begin, end);
        String their = theirs.text(begin, end);
        if (our.equals(their)) {
            agree(our, Origin.BOTH);
        } else if (!byThem) {
            agree(our, Origin.OURS);
        } else if (!byUs) {
            agree(their, Origin.THEIRS);
        } else {
            chunks.add(new Conflict(base.text(begin, end), our, their));
        }
    }

    private void agree(String text, Origin origin) {
        if (text.isEmpty()) {
            return;
        }
        if (!chunks.isEmpty() && chunks.getLast() instanceof Agreed last && last.origin() == origin) {
            chunks.removeLast();
            chunks.add(new Agreed(last.text() + text, origin));
        } else {
            chunks.add(new Agreed(text, origin));
        }
    }

    /** What one side made of the base, edit by edit. */
    private static final class Side {
        private final Lines lines;
        private final EditList edits;
        private int next;
        private int firstOfHunk;
        private int shiftBefore;
        private int shift;

        Side(Lines base, Lines lines) {
            this.lines = lines;
            this.edits = new HistogramDiff().diff(new Lines.Comparator(), base, lines);
        }

        boolean hasNext() {
            return next < edits.size();
        }

        int nextBegin() {
            return hasNext() ? edits.get(next).getBeginA() : Integer.MAX_VALUE;
        }

        /** Takes the edits that begin at {@code end} of the hunk or before; returns where the last one ends. */
        int take(int end) {
            int reached = end;
            while (nextBegin() <= reached) {
                Edit edit = edits.get(next++);
                shift += edit.getLengthB() - edit.getLengthA();
                reached = Math.max(reached, edit.getEndA());
            }
            return reached;
        }

        /** Whether this side has a part in the hunk. */
        boolean taken() {
            return next > firstOfHunk;
        }

        /** This side's text for that range of the base; ends the hunk. */
        String text(int begin, int end) {
            String text = lines.text(begin + shiftBefore, end + shift);
            shiftBefore = shift;
            firstOfHunk = next;
            return text;
        }
    }
}
