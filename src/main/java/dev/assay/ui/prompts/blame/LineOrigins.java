package dev.assay.ui.prompts.blame;

import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.log.BlamedLines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The origins of the lines of a text. They move along with edits; of a line that an edit touched nothing is claimed until
 * it is looked up again.
 */
final class LineOrigins {
    private static final LineOrigin UNKNOWN = new LineOrigin.Unknown();
    private static final LineOrigin UNCOMMITTED = new LineOrigin.Uncommitted();

    private final List<LineOrigin> lines = new ArrayList<>();

    /** Forgets all. */
    void clear() {
        lines.clear();
    }

    /** Takes over what was found. */
    void set(List<BlamedLines> found) {
        lines.clear();
        for (BlamedLines range : found) {
            PromptRevision revision = range.revision();
            for (int i = 0; i < range.count(); i++) {
                lines.add(revision == null ? UNCOMMITTED : new LineOrigin.Committed(revision, i == 0));
            }
        }
    }

    /**
     * Follows an edit.
     *
     * @param line where it begins, from 0
     * @param removed how many line ends it removed
     * @param inserted how many line ends it inserted
     */
    void edited(int line, int removed, int inserted) {
        if (line >= lines.size()) {
            return;
        }
        lines.subList(line, Math.min(lines.size(), line + removed + 1)).clear();
        lines.addAll(line, Collections.nCopies(inserted + 1, UNKNOWN));
    }

    /** The origin of a line, counted from 0. */
    LineOrigin of(int line) {
        return line < lines.size() ? lines.get(line) : UNKNOWN;
    }
}
