package dev.assay.prompt;

import dev.assay.prompt.frontmatter.ToolDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings at the head of a prompt file. Maps keep the order of the file.
 *
 * @param name what the prompt calls itself, or null
 * @param variant the variant that it calls itself, or null
 * @param version the author's own version, or null
 * @param description or null
 * @param model the model to run on, {@code provider/model}, or null
 * @param tools names of tools that are defined elsewhere
 * @param toolDefs tools that are defined, here or by name
 * @param config the free map of parameters
 * @param inputDefault values used where the caller gives none
 * @param inputSchema the schema of the inputs as written (Picoschema or JSON Schema): field to definition; may be empty
 * @param outputFormat {@code json}, {@code text} or another word, or null
 * @param outputSchema the schema of the output as written, or null
 * @param metadata anything else that the author notes
 * @param ext extension namespaces: {@code assay.tags: x} is {@code ext["assay"]["tags"]}
 * @param raw everything as parsed
 */
public record FrontMatter(
        @Nullable String name,
        @Nullable String variant,
        @Nullable String version,
        @Nullable String description,
        @Nullable String model,
        List<String> tools,
        List<ToolDefinition> toolDefs,
        Map<String, Object> config,
        Map<String, Object> inputDefault,
        Map<String, Object> inputSchema,
        @Nullable String outputFormat,
        @Nullable Object outputSchema,
        Map<String, Object> metadata,
        Map<String, Map<String, Object>> ext,
        Map<String, Object> raw) {
    public FrontMatter {
        tools = List.copyOf(tools);
        toolDefs = List.copyOf(toolDefs);
    }

    /** No settings. */
    public static final FrontMatter EMPTY = new FrontMatter(
            null, null, null, null, null, List.of(), List.of(), Map.of(), Map.of(), Map.of(), null, null, Map.of(),
            Map.of(), Map.of());

    /**
     * What its answers are measured by where nobody says otherwise: {@code assay.metrics}, each a text or a mapping as
     * the author wrote it; empty where nothing is said.
     */
    public List<Object> metrics() {
        Object written = ext.getOrDefault("assay", Map.of()).get("metrics");
        return written instanceof List<?> list ? List.copyOf(list) : written == null ? List.of() : List.of(written);
    }

    /** What the author files it under: {@code assay.tags}; empty where that is no list. */
    public List<String> tags() {
        return ext.getOrDefault("assay", Map.of()).get("tags") instanceof List<?> tags
                ? tags.stream().map(String::valueOf).toList()
                : List.of();
    }
}
