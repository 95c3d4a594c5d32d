package dev.assay.prompt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings at the head of a prompt file. Maps keep the order of the file.
 *
 * @param description or null
 * @param model the model to run on, {@code provider/model}, or null
 * @param config the free map of parameters
 * @param inputDefault values used where the caller gives none
 * @param inputSchema the schema of the inputs as written (Picoschema or JSON Schema): field to definition; may be empty
 * @param outputFormat {@code json}, {@code text} or another word, or null
 * @param outputSchema the schema of the output as written, or null
 * @param ext extension namespaces: {@code assay.tags: x} is {@code ext["assay"]["tags"]}
 * @param raw everything as parsed
 */
public record FrontMatter(
        @Nullable String description,
        @Nullable String model,
        Map<String, Object> config,
        Map<String, Object> inputDefault,
        Map<String, Object> inputSchema,
        @Nullable String outputFormat,
        @Nullable Object outputSchema,
        Map<String, Map<String, Object>> ext,
        Map<String, Object> raw) {

    /** No settings. */
    public static final FrontMatter EMPTY =
            new FrontMatter(null, null, Map.of(), Map.of(), Map.of(), null, null, Map.of(), Map.of());
}
