package dev.assay.history;

import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import org.jspecify.annotations.Nullable;

/**
 * A variant as it was run.
 *
 * @param label the letter of its column: A, B, ...
 * @param prompt the prompt's name
 * @param revision the full commit id, or null for the working copy
 * @param blobId content id of the prompt text that ran
 * @param model where it went
 * @param parameters overrides on top of the prompt's own
 */
public record RunVariant(
        String label,
        String prompt,
        @Nullable String revision,
        String blobId,
        ModelId model,
        ModelParameters parameters) {}
