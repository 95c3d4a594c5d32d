package dev.assay.prompt.assist.rename;

import java.util.List;

/**
 * What a rename would do; nothing is written yet.
 *
 * @param from the name now
 * @param to the new name
 * @param changes the prompt first, then its partials, then datasets, which the user may leave out
 * @param warnings what will not fit any more afterwards, a sentence each
 */
public record RenamePlan(String from, String to, List<FileChange> changes, List<String> warnings) {
    public RenamePlan {
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }
}
