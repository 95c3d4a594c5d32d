package dev.assay.provider.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ModelInfo;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.wire.ModelRows;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of models of a region, in one part. */
final class BedrockModels implements ModelLists {

    @Override
    public Map<String, String> query(@Nullable String page) {
        return Map.of();
    }

    @Override
    public Page read(String provider, JsonNode answer) {
        return new Page(
                ModelRows.read(
                        provider,
                        answer.path("modelSummaries"),
                        "modelId",
                        (id, row) -> new ModelInfo(
                                id,
                                null,
                                null,
                                ModelRows.words(row.path("inputModalities"), row.path("outputModalities")),
                                null)),
                null);
    }
}
