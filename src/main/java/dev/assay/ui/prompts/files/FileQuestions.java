package dev.assay.ui.prompts.files;

import java.util.Optional;

/** What only the user can decide about files. Called on the FX thread; returns when they have answered. */
public interface FileQuestions {
    /** The new name and what goes along with it; empty where the user has changed their mind. */
    Optional<RenameChoice> rename(RenamePlan plan);

    /** Whether the prompt is to be deleted. */
    boolean delete(DeletePlan plan);
}
