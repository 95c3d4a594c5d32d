package dev.assay.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.Usage;
import dev.assay.provider.endpoint.Embeddings;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.endpoint.UnusableAnswer;
import dev.assay.provider.wire.VectorRows;
import dev.assay.provider.wire.WireJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** OpenAI's embeddings as one server speaks them. The protocol has no word for what vectors are for. */
final class OpenAiEmbeddings implements Embeddings {
    /** OpenAI takes 300,000 tokens a call. */
    private static final int MOST_BYTES = 300_000;

    private final Quirks quirks;
    private final URI baseUrl;

    OpenAiEmbeddings(Quirks quirks, URI baseUrl) {
        this.quirks = quirks;
        this.baseUrl = baseUrl;
    }

    @Override
    public Limits limits() {
        int texts = switch (quirks.vendor()) {
            case "openai", "azure" -> 2048;
            case "mistral" -> 32;
            // The smallest limit that is usual among the others.
            default -> 96;
        };
        return new Limits(texts, MOST_BYTES);
    }

    @Override
    public Question ask(String basePath, EmbeddingRequest batch) {
        ObjectNode body = WireJson.object().put("model", batch.model().model());
        ArrayNode inputs = body.putArray("input");
        batch.inputs().forEach(inputs::add);
        if (batch.dimensions() != null) {
            body.put(quirks.vendor().equals("mistral") ? "output_dimension" : "dimensions", batch.dimensions());
        }
        return quirks.isAzure()
                ? new Question(AzurePaths.embeddings(basePath, batch.model().model()), AzurePaths.query(baseUrl), body)
                : Question.of("embeddings", body);
    }

    @Override
    public Vectors read(EmbeddingRequest batch, JsonNode answer) {
        JsonNode usage = answer.path("usage");
        Long tokens = WireJson.count(usage.path("prompt_tokens"));
        return new Vectors(
                VectorRows.read(sorted(answer.path("data")), row -> row.path("embedding")),
                tokens == null ? Usage.UNKNOWN : Usage.of(tokens, 0).withRaw(usage.toString()));
    }

    /** Vectors may come in any order, each with the place of its text; servers that tell no places keep the order. */
    private static JsonNode sorted(JsonNode data) {
        List<JsonNode> rows = new ArrayList<>(data.valueStream().toList());
        if (rows.stream().noneMatch(row -> row.has("index"))) {
            return data;
        }
        rows.sort(Comparator.comparingInt(row -> row.path("index").asInt(-1)));
        ArrayNode sorted = WireJson.object().putArray("data");
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).path("index").asInt(-1) != i) {
                throw new UnusableAnswer("it has no vector, or several, for text " + (i + 1));
            }
            sorted.add(rows.get(i));
        }
        return sorted;
    }
}
