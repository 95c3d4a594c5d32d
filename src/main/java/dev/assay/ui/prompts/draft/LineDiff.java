package dev.assay.ui.prompts.draft;

import dev.assay.ui.prompts.document.Unchanged;
import java.util.List;

/** A diff of two texts by lines, in the form of git's own, without its heads. */
final class LineDiff {
    private LineDiff() {}

    static String of(String before, String now) {
        List<String> old = List.of(before.split("\n", -1));
        List<String> fresh = List.of(now.split("\n", -1));
        int[] kept = Unchanged.lines(old, fresh);
        var diff = new StringBuilder();
        int next = 0;
        for (int i = 0; i < fresh.size(); i++) {
            while (kept[i] >= 0 && next < kept[i]) {
                diff.append('-').append(old.get(next++)).append('\n');
            }
            diff.append(kept[i] < 0 ? '+' : ' ').append(fresh.get(i)).append('\n');
            next = kept[i] < 0 ? next : kept[i] + 1;
        }
        while (next < old.size()) {
            diff.append('-').append(old.get(next++)).append('\n');
        }
        return diff.toString();
    }
}
