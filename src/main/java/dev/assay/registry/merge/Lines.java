package dev.assay.registry.merge;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** The lines of a text with their line ends. */
final class Lines extends Sequence {
    private final List<String> lines;

    private Lines(List<String> lines) {
        this.lines = lines;
    }

    static Lines of(String text) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return new Lines(lines);
    }

    /** The text of some lines. */
    String text(int begin, int end) {
        return String.join("", lines.subList(begin, end));
    }

    @Override
    public int size() {
        return lines.size();
    }

    /** Lines are equal where all their characters are, line ends included. */
    static final class Comparator extends SequenceComparator<Lines> {
        @Override
        public boolean equals(Lines a, int inA, Lines b, int inB) {
            return a.lines.get(inA).equals(b.lines.get(inB));
        }

        @Override
        public int hash(Lines lines, int index) {
            return lines.lines.get(index).hashCode();
        }
    }
}
