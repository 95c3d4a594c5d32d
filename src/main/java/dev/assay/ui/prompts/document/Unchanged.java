package dev.assay.ui.prompts.document;

import java.util.Arrays;
import java.util.List;

/** Finds the lines that an edit has left alone: the longest common subsequence, after what is equal at both ends. */
public final class Unchanged {
    /** The table of a larger middle would take more memory than the answer is worth. */
    private static final long MOST_CELLS = 4_000_000;

    private final List<String> before;
    private final List<String> now;
    private final int[] origin;

    private Unchanged(List<String> before, List<String> now) {
        this.before = before;
        this.now = now;
        this.origin = new int[now.size()];
        Arrays.fill(origin, -1);
    }

    /** For each line its index among the lines before, or -1 where it is new. */
    public static int[] lines(List<String> before, List<String> now) {
        var unchanged = new Unchanged(before, now);
        unchanged.match();
        return unchanged.origin;
    }

    private void match() {
        int shorter = Math.min(before.size(), now.size());
        int first = 0;
        while (first < shorter && before.get(first).equals(now.get(first))) {
            origin[first] = first;
            first++;
        }
        int last = 0;
        while (last < shorter - first && fromEnd(before, last).equals(fromEnd(now, last))) {
            origin[now.size() - 1 - last] = before.size() - 1 - last;
            last++;
        }
        int rows = before.size() - first - last;
        int columns = now.size() - first - last;
        if ((long) rows * columns <= MOST_CELLS) {
            matchMiddle(first, rows, columns);
        } else {
            matchInPlace(first, Math.min(rows, columns));
        }
    }

    private static String fromEnd(List<String> lines, int index) {
        return lines.get(lines.size() - 1 - index);
    }

    private void matchMiddle(int first, int rows, int columns) {
        int[][] length = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                length[i][j] = before.get(first + i).equals(now.get(first + j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (before.get(first + i).equals(now.get(first + j))) {
                origin[first + j] = first + i;
                i++;
                j++;
            } else if (length[i + 1][j] > length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void matchInPlace(int first, int count) {
        for (int i = first; i < first + count; i++) {
            if (before.get(i).equals(now.get(i))) {
                origin[i] = i;
            }
        }
    }
}
