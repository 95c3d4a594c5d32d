package dev.assay.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.Usage;
import dev.assay.provider.endpoint.Embeddings;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.wire.VectorRows;
import dev.assay.provider.wire.WireJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Google's batchEmbedContents. */
final class GeminiEmbeddings implements Embeddings {
    private static final Limits LIMITS = new Limits(100, 2 << 20);

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Question ask(String basePath, EmbeddingRequest batch) {
        String resource = GeminiDialect.resource(batch.model());
        String task = task(batch.purpose());
        ObjectNode body = WireJson.object();
        ArrayNode requests = body.putArray("requests");
        for (String text : batch.inputs()) {
            ObjectNode request = requests.addObject().put("model", resource);
            request.putObject("content").putArray("parts").addObject().put("text", text);
            if (task != null) {
                request.put("taskType", task);
            }
            if (batch.dimensions() != null) {
                request.put("outputDimensionality", batch.dimensions());
            }
        }
        return Question.of(resource + ":batchEmbedContents", body);
    }

    private static @Nullable String task(EmbeddingRequest.Purpose purpose) {
        return switch (purpose) {
            case QUERY -> "RETRIEVAL_QUERY";
            case DOCUMENT -> "RETRIEVAL_DOCUMENT";
            case SIMILARITY -> "SEMANTIC_SIMILARITY";
            case CLASSIFICATION -> "CLASSIFICATION";
            case CLUSTERING -> "CLUSTERING";
            case UNSPECIFIED -> null;
        };
    }

    @Override
    public Vectors read(EmbeddingRequest batch, JsonNode answer) {
        List<float[]> vectors = VectorRows.read(answer.path("embeddings"), row -> row.path("values"));
        JsonNode usage = answer.path("usageMetadata");
        Long tokens = WireJson.count(usage.path("promptTokenCount"));
        return new Vectors(
                // Vectors that the provider has shortened are not of length 1 any more.
                batch.dimensions() == null
                        ? vectors
                        : vectors.stream().map(GeminiEmbeddings::unit).toList(),
                tokens == null ? Usage.UNKNOWN : Usage.of(tokens, 0).withRaw(usage.toString()));
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        double length = Math.sqrt(squares);
        float[] unit = vector.clone();
        for (int i = 0; length > 0 && i < unit.length; i++) {
            unit[i] = (float) (unit[i] / length);
        }
        return unit;
    }
}
