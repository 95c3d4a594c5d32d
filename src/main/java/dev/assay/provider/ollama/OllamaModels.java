package dev.assay.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ModelInfo;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.wire.ModelRows;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models that lie on an Ollama server. */
final class OllamaModels implements ModelLists {

    @Override
    public Map<String, String> query(@Nullable String page) {
        return Map.of();
    }

    @Override
    public Page read(String provider, JsonNode answer) {
        return new Page(
                ModelRows.read(
                        provider,
                        answer.path("models"),
                        "name",
                        (id, row) -> new ModelInfo(id, null, null, ModelRows.words(row.path("capabilities")), null)),
                null);
    }
}
