package dev.assay.provider.cohere;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ModelInfo;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.wire.ModelRows;
import dev.assay.provider.wire.WireJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cohere's list of models, in parts. */
final class CohereModels implements ModelLists {
    private static final String MOST = "1000";

    @Override
    public Map<String, String> query(@Nullable String page) {
        return page == null ? Map.of("page_size", MOST) : Map.of("page_size", MOST, "page_token", page);
    }

    @Override
    public Page read(String provider, JsonNode answer) {
        String next = WireJson.textOrEmpty(answer, "next_page_token");
        return new Page(
                ModelRows.read(
                        provider,
                        answer.path("models"),
                        "name",
                        (id, row) -> new ModelInfo(
                                id,
                                WireJson.count(row.path("context_length")),
                                null,
                                ModelRows.words(row.path("endpoints"), row.path("features")),
                                null)),
                next.isEmpty() ? null : next);
    }
}
