package dev.assay.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ModelInfo;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.wire.ModelRows;
import dev.assay.provider.wire.WireJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Anthropic's list of models, in parts. */
final class AnthropicModels implements ModelLists {
    private static final String MOST = "1000";

    @Override
    public Map<String, String> query(@Nullable String page) {
        return page == null ? Map.of("limit", MOST) : Map.of("limit", MOST, "after_id", page);
    }

    @Override
    public Page read(String provider, JsonNode answer) {
        String last = WireJson.text(answer, "last_id");
        return new Page(
                ModelRows.read(
                        provider,
                        answer.path("data"),
                        "id",
                        (id, row) -> new ModelInfo(
                                id,
                                WireJson.count(row.path("max_input_tokens")),
                                WireJson.count(row.path("max_tokens")),
                                ModelRows.words(row.path("capabilities")),
                                null)),
                answer.path("has_more").asBoolean() ? last : null);
    }
}
