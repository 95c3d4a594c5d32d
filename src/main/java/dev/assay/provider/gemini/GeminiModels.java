package dev.assay.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.wire.ModelRows;
import dev.assay.provider.wire.WireJson;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Google's list of models, in parts. */
final class GeminiModels implements ModelLists {
    private static final String MOST = "1000";
    private static final String COLLECTION = "models/";

    @Override
    public Map<String, String> query(@Nullable String page) {
        return page == null ? Map.of("pageSize", MOST) : Map.of("pageSize", MOST, "pageToken", page);
    }

    @Override
    public Page read(String provider, JsonNode answer) {
        String next = WireJson.textOrEmpty(answer, "nextPageToken");
        return new Page(
                ModelRows.read(provider, answer.path("models"), "name", GeminiModels::model),
                next.isEmpty() ? null : next);
    }

    private static ModelInfo model(ModelId id, JsonNode row) {
        String name = id.model();
        Set<String> said = ModelRows.words(row.path("supportedGenerationMethods"), row.path("supportedActions"));
        if (row.path("thinking").asBoolean()) {
            said.add("thinking");
        }
        return new ModelInfo(
                name.startsWith(COLLECTION) ? new ModelId(id.provider(), name.substring(COLLECTION.length())) : id,
                WireJson.count(row.path("inputTokenLimit")),
                WireJson.count(row.path("outputTokenLimit")),
                said,
                null);
    }
}
