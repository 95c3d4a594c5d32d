package dev.assay.exchange.calls.otlp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of the OpenTelemetry GenAI conventions (in development; those of July 2026), and their JSON encoding (OTLP
 * 1.x), in which 64-bit numbers are texts.
 */
final class OtlpNames {
    private static final String SERVICE = "assay";
    private static final Map<String, String> OPERATIONS =
            Map.of("judge", "chat", "embed", "embeddings", "moderate", "moderation");

    private static final Map<String, String> PROVIDERS = Map.of(
            "azure", "azure.ai.openai",
            "gemini", "gcp.gemini",
            "mistral", "mistral_ai",
            "xai", "x_ai",
            "bedrock", "aws.bedrock");

    private OtlpNames() {}

    /** What the conventions call an operation; others keep their name. */
    static String operation(String operation) {
        return OPERATIONS.getOrDefault(operation, operation);
    }

    /** What the conventions call a provider; others keep their name. */
    static String provider(String provider) {
        return PROVIDERS.getOrDefault(provider, provider);
    }

    /** Who sends. */
    static ObjectNode resource() {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        attribute(resource.putArray("attributes"), "service.name", SERVICE);
        return resource;
    }

    /** What measured. */
    static ObjectNode scope() {
        return JsonNodeFactory.instance.objectNode().put("name", "dev.assay.history");
    }

    static String nanos(Instant time) {
        return Long.toString(Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano()));
    }

    /** Adds an attribute; nothing where the value is not known. */
    static void attribute(ArrayNode attributes, String key, @Nullable Object value) {
        if (value == null) {
            return;
        }
        ObjectNode holder = attributes.addObject().put("key", key).putObject("value");
        switch (value) {
            case Long number -> holder.put("intValue", number.toString());
            case Integer number -> holder.put("intValue", number.toString());
            case Double number -> holder.put("doubleValue", number);
            case Boolean truth -> holder.put("boolValue", truth);
            case List<?> items -> {
                ArrayNode values = holder.putObject("arrayValue").putArray("values");
                items.forEach(item -> values.addObject().put("stringValue", item.toString()));
            }
            default -> holder.put("stringValue", value.toString());
        }
    }
}
