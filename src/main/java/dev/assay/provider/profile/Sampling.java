package dev.assay.provider.profile;

import dev.assay.llm.ReasoningEffort;
import org.jspecify.annotations.Nullable;

/** When a model takes temperature, top_p, top_k and penalties. */
public enum Sampling {
    ALWAYS,
    /** Not where a reasoning effort above none is set: the model does not reason unless it is told to. */
    UNLESS_REASONING,
    /** Only where the effort is set to none: the model reasons unless it is told not to. */
    WHEN_EFFORT_NONE,
    NEVER;

    boolean allowedWith(@Nullable ReasoningEffort effort) {
        return switch (this) {
            case ALWAYS -> true;
            case UNLESS_REASONING -> effort == null || effort == ReasoningEffort.NONE;
            case WHEN_EFFORT_NONE -> effort == ReasoningEffort.NONE;
            case NEVER -> false;
        };
    }

    /** Why sampling parameters are left out. */
    String reason() {
        return this == NEVER
                ? "the model takes no sampling parameters"
                : "the model takes no sampling parameters while it reasons; reasoning effort none allows them";
    }
}
