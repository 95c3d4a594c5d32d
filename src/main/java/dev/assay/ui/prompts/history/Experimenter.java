package dev.assay.ui.prompts.history;

import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import org.jspecify.annotations.Nullable;

/** Takes two versions of a prompt to where they can be compared by experiment. */
@FunctionalInterface
public interface Experimenter {
    /**
     * Makes ready an experiment with two variants.
     *
     * @param older becomes the baseline
     * @param newer is compared with it
     * @param model where both go, or null where none is chosen
     * @param dataset the cases, or null where none are chosen
     */
    void compare(PromptRef older, PromptRef newer, @Nullable ModelId model, @Nullable String dataset);
}
