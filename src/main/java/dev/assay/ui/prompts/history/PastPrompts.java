package dev.assay.ui.prompts.history;

import java.util.List;
import java.util.Map;

/** The prompts as they were. All of it may be slow and throws {@link dev.assay.llm.AssayException}. */
public interface PastPrompts {
    /** The newest commits of a prompt, at most {@code limit}, across renames. */
    List<Revision> revisions(String prompt, int limit);

    /** The text at that commit. */
    String text(String prompt, String commitId);

    /** The messages at that commit, with its partials, as text. */
    String rendered(String prompt, String commitId, Map<String, Object> values);

    /** The messages of a text that need not be saved, with the partials on disk, as text. */
    String renderedText(String prompt, String text, Map<String, Object> values);
}
