package dev.assay.ui.prompts.preview;

import dev.assay.prompt.RenderedPrompt;
import java.util.Map;

/** Renders the text of an editor with the partials of the working copy. */
@FunctionalInterface
public interface TextRenderer {
    /**
     * The messages of a prompt text.
     *
     * @param name the prompt's name, for messages of errors
     * @throws dev.assay.llm.InputException where it cannot be rendered; names file, line and column
     */
    RenderedPrompt render(String name, String text, Map<String, Object> inputs);
}
