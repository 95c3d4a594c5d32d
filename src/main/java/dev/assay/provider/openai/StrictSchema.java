package dev.assay.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The part of JSON Schema that OpenAI enforces exactly; other schemas are only followed as well as the model can. */
public final class StrictSchema {
    private StrictSchema() {}

    /** Whether every object in the schema is closed and requires all of its properties. */
    public static boolean allows(JsonNode schema) {
        if (schema.isObject() && schema.path("properties").isObject()) {
            Set<String> required = new HashSet<>();
            schema.path("required").forEach(name -> required.add(name.asText()));
            boolean closed = schema.path("additionalProperties").isBoolean()
                    && !schema.path("additionalProperties").booleanValue();
            if (!closed || !schema.path("properties").propertyStream().allMatch(p -> required.contains(p.getKey()))) {
                return false;
            }
        }
        return schema.valueStream().allMatch(StrictSchema::allows);
    }
}
