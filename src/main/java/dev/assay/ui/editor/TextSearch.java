package dev.assay.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a word stands in a text.
 *
 * @param starts offsets of the first characters, ascending
 */
record TextSearch(List<Integer> starts) {
    /** Looks for a word without regard to case; an empty word stands nowhere. */
    static TextSearch of(String text, String word) {
        var starts = new ArrayList<Integer>();
        if (!word.isEmpty()) {
            var matcher = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text);
            while (matcher.find()) {
                starts.add(matcher.start());
            }
        }
        return new TextSearch(List.copyOf(starts));
    }

    /** Index of the first hit at or after an offset, else of the very first; -1 where there is none. */
    int next(int offset) {
        for (int i = 0; i < starts.size(); i++) {
            if (starts.get(i) >= offset) {
                return i;
            }
        }
        return starts.isEmpty() ? -1 : 0;
    }

    /** Index of the last hit before an offset, else of the very last; -1 where there is none. */
    int previous(int offset) {
        for (int i = starts.size() - 1; i >= 0; i--) {
            if (starts.get(i) < offset) {
                return i;
            }
        }
        return starts.size() - 1;
    }
}
