package dev.assay.prompt.frontmatter;

import java.util.Map;

/**
 * What front matter may refer to by name.
 *
 * @param schemas JSON Schemas for Picoschema
 * @param tools for {@code tools}
 */
public record Definitions(Map<String, Map<String, Object>> schemas, Map<String, ToolDefinition> tools) {
    /** Nothing is defined. */
    public static final Definitions NONE = new Definitions(Map.of(), Map.of());

    public Definitions {
        schemas = Map.copyOf(schemas);
        tools = Map.copyOf(tools);
    }
}
