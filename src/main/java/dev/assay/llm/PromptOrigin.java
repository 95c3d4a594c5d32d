package dev.assay.llm;

import java.util.List;

/**
 * The prompt that a request was made from.
 *
 * @param prompt its name
 * @param tags its tags; may be empty
 */
public record PromptOrigin(String prompt, List<String> tags) {
    public PromptOrigin {
        tags = List.copyOf(tags);
    }
}
