package dev.assay.prompt;

import dev.assay.llm.Message;
import java.util.List;
import java.util.Map;

/** Fills a template's values in. A value can never become a role or a tag: rendering yields typed tokens. */
public final class PromptRenderer {

    /** A renderer that looks partials up in {@code partials}. */
    public PromptRenderer(PartialSource partials) {}

    /**
     * The messages for the given values.
     *
     * @param inputs values by variable name; strings, numbers, booleans, lists, maps and null
     * @param history earlier messages for {@code {{history}}}; may be empty
     * @throws dev.assay.llm.InputException where the template has errors, a required input is missing, or a partial is
     *     missing; names file, line and column
     */
    public RenderedPrompt render(PromptTemplate template, Map<String, Object> inputs, List<Message> history) {
        throw new UnsupportedOperationException();
    }
}
