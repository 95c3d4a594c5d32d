package dev.assay.prompt;

import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.Role;
import dev.assay.prompt.frontmatter.ToolDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A prompt's settings as plain values, under the names that the format gives them: {@code @metadata} in a template. */
final class PromptMetadata {
    private PromptMetadata() {}

    /** The settings; schemas are JSON Schema. What is not set is left out, but for the three maps that always are. */
    static Map<String, Object> of(
            FrontMatter frontMatter, Map<String, Object> inputSchema, Map<String, Object> outputSchema) {
        var metadata = new LinkedHashMap<String, Object>();
        put(metadata, "name", frontMatter.name());
        put(metadata, "variant", frontMatter.variant());
        put(metadata, "version", frontMatter.version());
        put(metadata, "description", frontMatter.description());
        put(metadata, "model", frontMatter.model());
        if (!frontMatter.tools().isEmpty()) {
            metadata.put("tools", frontMatter.tools());
        }
        if (frontMatter.raw().containsKey("tools") || frontMatter.raw().containsKey("toolDefs")) {
            metadata.put(
                    "toolDefs",
                    frontMatter.toolDefs().stream().map(PromptMetadata::tool).toList());
        }
        metadata.put("config", frontMatter.config());
        section(metadata, "input", "default", emptyAsNull(frontMatter.inputDefault()), inputSchema);
        section(metadata, "output", "format", frontMatter.outputFormat(), outputSchema);
        metadata.put("ext", frontMatter.ext());
        metadata.put("metadata", frontMatter.metadata());
        return metadata;
    }

    /** The settings with others on top: {@code config} and {@code input} key by key, anything else as a whole. */
    static Map<String, Object> merged(Map<String, Object> settings, Map<String, Object> overrides) {
        var merged = new LinkedHashMap<>(settings);
        overrides.forEach((key, value) -> {
            boolean byKey = key.equals("config") || key.equals("input");
            boolean maps = byKey && merged.get(key) instanceof Map && value instanceof Map;
            merged.put(key, maps ? union(merged.get(key), value) : value);
        });
        return merged;
    }

    /** A message as plain values. */
    static Map<String, Object> of(Message message) {
        String role = message.role() == Role.ASSISTANT
                ? "model"
                : message.role().name().toLowerCase(Locale.ROOT);
        List<Object> content = message.parts().stream()
                .map(part -> switch (part) {
                    case ContentPart.Text text -> (Object) Map.of("text", text.text());
                    case ContentPart.Media media -> Map.of("media", media(media.url(), media.contentType()));
                    case ContentPart.ToolCall call ->
                        Map.of("toolRequest", Map.of("ref", call.id(), "name", call.name(), "input", call.arguments()));
                    case ContentPart.ToolResult result ->
                        Map.of(
                                "toolResponse",
                                Map.of("ref", result.callId(), "name", result.name(), "output", result.content()));
                    case ContentPart.Reasoning reasoning -> Map.of("reasoning", reasoning.text());
                })
                .toList();
        return Map.of("role", role, "content", content);
    }

    /** A medium as plain values. */
    static Map<String, Object> media(String url, @Nullable String contentType) {
        return contentType == null ? Map.of("url", url) : Map.of("url", url, "contentType", contentType);
    }

    private static Map<String, Object> tool(ToolDefinition tool) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("name", tool.name());
        put(plain, "description", tool.description());
        plain.put("inputSchema", tool.inputSchema());
        put(plain, "outputSchema", tool.outputSchema());
        return plain;
    }

    private static void section(
            Map<String, Object> metadata, String name, String key, @Nullable Object value, Map<String, Object> schema) {
        var section = new LinkedHashMap<String, Object>();
        put(section, key, value);
        put(section, "schema", emptyAsNull(schema));
        put(metadata, name, emptyAsNull(section));
    }

    private static Map<String, Object> union(@Nullable Object below, @Nullable Object above) {
        var union = new LinkedHashMap<String, Object>();
        Stream.of(below, above).forEach(one -> {
            if (one instanceof Map<?, ?> map) {
                map.forEach((key, value) -> union.put(String.valueOf(key), value));
            }
        });
        return union;
    }

    private static @Nullable Object emptyAsNull(Map<String, Object> map) {
        return map.isEmpty() ? null : map;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
