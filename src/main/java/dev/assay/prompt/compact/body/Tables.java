package dev.assay.prompt.compact.body;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of tables: with pipes, box drawing or tabs in them, or with columns that white space lines up. */
final class Tables implements Guard {
    private static final Pattern DRAWN = Pattern.compile("[|\\u2500-\\u257f\\u00a6]");
    /** Two blanks behind the end of a sentence are a habit of typing, not a column. */
    private static final Pattern COLUMNS = Pattern.compile("[^\\s.!?:;,] {2,}\\S");

    @Override
    public void protect(Stretch stretch, BitSet kept) {
        List<BodyLine> lines = stretch.lines();
        for (int i = 0; i < lines.size(); i++) {
            BodyLine line = lines.get(i);
            boolean aligned = hasColumns(stretch, i) && (hasColumns(stretch, i - 1) || hasColumns(stretch, i + 1));
            String text = stretch.text(line);
            if (aligned
                    || text.strip().indexOf('\t') >= 0
                    || DRAWN.matcher(text).find()) {
                kept.set(line.start(), line.next());
            }
        }
    }

    private static boolean hasColumns(Stretch stretch, int index) {
        return index >= 0
                && index < stretch.lines().size()
                && COLUMNS.matcher(stretch.text(stretch.lines().get(index)).strip())
                        .find();
    }
}
