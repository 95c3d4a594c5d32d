package dev.assay.prompt.frontmatter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function that the model may call.
 *
 * @param name what the model calls it by
 * @param description what it is for, or null
 * @param inputSchema its arguments as JSON Schema; may be empty
 * @param outputSchema what it returns as JSON Schema, or null
 */
public record ToolDefinition(
        String name,
        @Nullable String description,
        Map<String, Object> inputSchema,
        @Nullable Map<String, Object> outputSchema) {}
