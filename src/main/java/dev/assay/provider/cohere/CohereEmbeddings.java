package dev.assay.provider.cohere;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.Usage;
import dev.assay.provider.endpoint.Embeddings;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.wire.VectorRows;
import dev.assay.provider.wire.WireJson;

/** Cohere's embeddings, version 2. */
final class CohereEmbeddings implements Embeddings {
    private static final Limits LIMITS = new Limits(96, 2 << 20);

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Question ask(String basePath, EmbeddingRequest batch) {
        ObjectNode body = WireJson.object().put("model", batch.model().model());
        batch.inputs().forEach(body.putArray("texts")::add);
        body.put("input_type", type(batch.purpose()));
        body.putArray("embedding_types").add("float");
        // Else what is too long would be cut in silence.
        body.put("truncate", "NONE");
        if (batch.dimensions() != null) {
            body.put("output_dimension", batch.dimensions());
        }
        return Question.of(CohereDialect.version(basePath) + "embed", body);
    }

    /** Cohere wants one in any case; texts that are compared with each other want the same. */
    private static String type(EmbeddingRequest.Purpose purpose) {
        return switch (purpose) {
            case QUERY -> "search_query";
            case DOCUMENT, UNSPECIFIED -> "search_document";
            case CLASSIFICATION -> "classification";
            case CLUSTERING, SIMILARITY -> "clustering";
        };
    }

    @Override
    public Vectors read(EmbeddingRequest batch, JsonNode answer) {
        JsonNode billed = answer.path("meta").path("billed_units");
        Long tokens = WireJson.count(billed.path("input_tokens"));
        return new Vectors(
                VectorRows.read(answer.path("embeddings").path("float"), row -> row),
                tokens == null ? Usage.UNKNOWN : Usage.of(tokens, 0).withRaw(billed.toString()));
    }
}
