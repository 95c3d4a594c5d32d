package dev.assay.history;

import dev.assay.llm.ToolChoice;
import org.jspecify.annotations.Nullable;

/** Choices of a tool as one word: {@code auto}, {@code none}, {@code required}, or {@code named:} and the tool. */
final class ToolChoiceWord {
    private static final String NAMED = "named:";

    private ToolChoiceWord() {}

    static String of(ToolChoice choice) {
        return switch (choice) {
            case ToolChoice.Auto auto -> "auto";
            case ToolChoice.None none -> "none";
            case ToolChoice.Required required -> "required";
            case ToolChoice.Named named -> NAMED + named.name();
        };
    }

    /** Reads such a word; null, as older rows have it, is auto. */
    static ToolChoice read(@Nullable String word) {
        if (word == null) {
            return ToolChoice.AUTO;
        }
        return switch (word) {
            case "auto" -> ToolChoice.AUTO;
            case "none" -> new ToolChoice.None();
            case "required" -> new ToolChoice.Required();
            default -> new ToolChoice.Named(word.substring(NAMED.length()));
        };
    }
}
