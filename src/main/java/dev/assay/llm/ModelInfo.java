package dev.assay.llm;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model as its provider describes it.
 *
 * @param id how it is asked
 * @param maxInputTokens longest input, or null where the provider does not say
 * @param maxOutputTokens longest answer, or null where the provider does not say
 * @param capabilities what the provider says it can do, in the provider's words; may be empty
 * @param retires the day it is switched off, or null where none is known
 */
public record ModelInfo(
        ModelId id,
        @Nullable Long maxInputTokens,
        @Nullable Long maxOutputTokens,
        Set<String> capabilities,
        @Nullable LocalDate retires) {
    public ModelInfo {
        capabilities = Set.copyOf(capabilities);
    }

    /** A model of which only the name is known. */
    public static ModelInfo of(ModelId id) {
        return new ModelInfo(id, null, null, Set.of(), null);
    }
}
