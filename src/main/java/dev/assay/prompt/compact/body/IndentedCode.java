package dev.assay.prompt.compact.body;

import java.util.BitSet;

/** Lines that are indented as code is, and the blank lines between them. */
final class IndentedCode implements Guard {
    private static final int DEEP = 4;

    @Override
    public void protect(Stretch stretch, BitSet kept) {
        int lastEnd = -1;
        for (BodyLine line : stretch.lines()) {
            if (stretch.isBlank(line)) {
                continue;
            }
            String text = stretch.text(line);
            int indentation = stretch.indentation(line);
            boolean deep = indentation + before(stretch, line) >= DEEP
                    || text.substring(0, indentation).contains("\t");
            if (deep) {
                kept.set(lastEnd < 0 ? line.start() : lastEnd, line.next());
            }
            lastEnd = deep ? line.next() : -1;
        }
    }

    /** Blanks before the first line, which do not belong to a body below front matter. */
    private static int before(Stretch stretch, BodyLine line) {
        int at = line.start();
        while (at > 0 && stretch.text().charAt(at - 1) == ' ') {
            at--;
        }
        return line.start() - at;
    }
}
