package dev.assay.prompt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input of a prompt: declared in its front matter, used in its body, or both.
 *
 * @param name as written between braces
 * @param type the declared type in Picoschema's words ({@code string}, {@code integer}, {@code array}, ...), or null
 * @param description from the schema, or null
 * @param required declared without {@code ?} and without a default
 * @param defaultValue from {@code input.default}, or null
 * @param declared stands in {@code input.schema} or {@code input.default}
 * @param used stands in the body
 * @param options the values of an enum; empty where others are allowed
 */
public record PromptVariable(
        String name,
        @Nullable String type,
        @Nullable String description,
        boolean required,
        @Nullable Object defaultValue,
        boolean declared,
        boolean used,
        List<Object> options) {
    public PromptVariable {
        options = List.copyOf(options);
    }

    /** A variable that may have any value of its type. */
    public PromptVariable(
            String name,
            @Nullable String type,
            @Nullable String description,
            boolean required,
            @Nullable Object defaultValue,
            boolean declared,
            boolean used) {
        this(name, type, description, required, defaultValue, declared, used, List.of());
    }
}
