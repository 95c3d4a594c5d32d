package dev.assay.registry.diff;

import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** A list of strings as git's diff takes it, so that a change shows the same here as in git. */
final class Pieces extends Sequence {
    private final List<String> pieces;

    private Pieces(List<String> pieces) {
        this.pieces = pieces;
    }

    /** What to replace to make the second list out of the first. */
    static List<Edit> edits(List<String> before, List<String> after) {
        EditList edits = new HistogramDiff().diff(new Equality(), new Pieces(before), new Pieces(after));
        return List.copyOf(edits);
    }

    @Override
    public int size() {
        return pieces.size();
    }

    private static final class Equality extends SequenceComparator<Pieces> {
        @Override
        public boolean equals(Pieces a, int ai, Pieces b, int bi) {
            return a.pieces.get(ai).equals(b.pieces.get(bi));
        }

        @Override
        public int hash(Pieces sequence, int index) {
            return sequence.pieces.get(index).hashCode();
        }
    }
}
