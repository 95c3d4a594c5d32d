package dev.assay.prompt;

import dev.assay.llm.InputException;
import org.jspecify.annotations.Nullable;

/**
 * A prompt by name, at a revision or as it lies on disk; written {@code name} or {@code name@revision}.
 *
 * @param name path under {@code prompts/} without {@code .prompt}, with forward slashes; a variant is part of it
 *     ({@code notes/summary.short})
 * @param revision anything git resolves to a commit, or null for the working copy
 */
public record PromptRef(String name, @Nullable String revision) {
    public PromptRef {
        if (name.isBlank()) {
            throw new InputException("A prompt name is missing: write NAME or NAME@REVISION");
        }
        if (revision != null && revision.isBlank()) {
            throw new InputException("'" + name + "@' names no revision: leave the @ out or add one");
        }
    }

    /** Reads {@code name} or {@code name@revision}. */
    public static PromptRef parse(String text) {
        int at = text.indexOf('@');
        return at < 0 ? new PromptRef(text, null) : new PromptRef(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public String toString() {
        return revision == null ? name : name + "@" + revision;
    }
}
