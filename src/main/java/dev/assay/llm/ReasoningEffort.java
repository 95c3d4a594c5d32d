package dev.assay.llm;

import java.util.Locale;

/** How long a model is to reason before it answers; each model knows some of these only. */
public enum ReasoningEffort {
    NONE,
    MINIMAL,
    LOW,
    MEDIUM,
    HIGH,
    XHIGH,
    MAX;

    /** The word as providers and prompt files write it, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads such a word, in any case. Throws {@link InputException} naming the known ones. */
    public static ReasoningEffort parse(String word) {
        for (ReasoningEffort effort : values()) {
            if (effort.word().equalsIgnoreCase(word.strip())) {
                return effort;
            }
        }
        throw new InputException(
                "Reasoning effort '" + word + "' is not known: it is none, minimal, low, medium, high, xhigh or max");
    }
}
