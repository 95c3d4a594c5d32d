package dev.assay.provider.profile;

import dev.assay.llm.Adjustment;
import dev.assay.llm.ReasoningEffort;

/** Tokens to think with, for models that are told a number instead of a word. */
public final class ThinkingBudget {
    private ThinkingBudget() {}

    /** The tokens that an effort stands for; 0 for none. Each model takes these. */
    public static int tokens(ReasoningEffort effort) {
        return switch (effort) {
            case NONE -> 0;
            case MINIMAL -> 1024;
            case LOW -> 2048;
            case MEDIUM -> 8192;
            case HIGH -> 16_384;
            case XHIGH, MAX -> 24_576;
        };
    }

    /** What is recorded of it. */
    public static Adjustment adjustment(ReasoningEffort effort, int tokens) {
        return new Adjustment(
                "reasoningEffort", effort.word(), tokens + " tokens", "the model is told tokens instead of an effort");
    }
}
