package dev.assay.provider.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;

/** Answers in JSON: of a given schema, or with a shape of its own. Thread-safe. */
final class JsonWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Fills a schema. Throws {@link LlmException.Rejected} where the schema is not JSON. */
    String fill(Style style, ModelId model, String schema, PromptParts parts) {
        JsonNode root;
        try {
            root = MAPPER.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new LlmException.Rejected(
                    "The JSON schema sent to " + model + " is not JSON: " + e.getOriginalMessage(),
                    LlmException.Detail.of(model));
        }
        return new SchemaFiller(style, root).fill(parts).toString();
    }

    /** An object with the answer, and for the thorough model its sentences apart. */
    String object(Style style, PromptParts parts) {
        String answer = new Extractor(style).answer(parts);
        var object = JsonNodeFactory.instance.objectNode().put("answer", answer);
        if (style == Style.THOROUGH) {
            var sentences = object.putArray("sentences");
            Sentences.of(answer).forEach(sentences::add);
        }
        return object.toString();
    }
}
