package dev.assay.provider.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a text that is too long for the model into parts of about the same length, between words where it can. */
final class Windows {
    private Windows() {}

    /**
     * The parts in order; together they are the whole.
     *
     * @param pieces of the text
     * @param longest of a part, 1 or more
     */
    static List<int[]> of(int[] pieces, int longest, Vocabulary vocabulary) {
        var windows = new ArrayList<int[]>();
        int start = 0;
        while (pieces.length - start > longest) {
            int left = Math.ceilDiv(pieces.length - start, longest);
            int aim = start + Math.ceilDiv(pieces.length - start, left);
            int end = aim;
            while (end > start && vocabulary.continues(pieces[end])) {
                end--;
            }
            end = end == start ? aim : end;
            windows.add(Arrays.copyOfRange(pieces, start, end));
            start = end;
        }
        windows.add(Arrays.copyOfRange(pieces, start, pieces.length));
        return windows;
    }
}
