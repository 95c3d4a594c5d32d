package dev.assay.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.wire.ModelRows;
import dev.assay.provider.wire.WireJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists of models as OpenAI and the servers that speak its protocol send them; those tell more than OpenAI does.
 *
 * @param query what the address says after its path
 */
record OpenAiModels(Map<String, String> query) implements ModelLists {

    @Override
    public Map<String, String> query(@Nullable String page) {
        return query;
    }

    @Override
    public Page read(String provider, JsonNode answer) {
        // Together sends the list alone.
        JsonNode list = answer.isArray() ? answer : answer.path("data");
        return new Page(ModelRows.read(provider, list, "id", OpenAiModels::model), null);
    }

    private static ModelInfo model(ModelId id, JsonNode row) {
        return new ModelInfo(
                id,
                ModelRows.first(
                        row.path("context_length"),
                        row.path("max_context_length"),
                        row.path("context_window"),
                        row.path("max_model_len")),
                ModelRows.first(
                        row.path("top_provider").path("max_completion_tokens"), row.path("max_completion_tokens")),
                ModelRows.words(row.path("capabilities"), row.path("supported_parameters")),
                day(row.path("deprecation").path("inference")));
    }

    /** Azure tells the second at which a model stops to answer. */
    private static @Nullable LocalDate day(JsonNode seconds) {
        Long end = WireJson.count(seconds);
        return end == null || end > Integer.MAX_VALUE * 2L
                ? null
                : LocalDate.ofInstant(Instant.ofEpochSecond(end), ZoneOffset.UTC);
    }
}
