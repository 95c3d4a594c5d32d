package dev.assay.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.Usage;
import dev.assay.provider.endpoint.Embeddings;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.wire.VectorRows;
import dev.assay.provider.wire.WireJson;

/** Ollama's embeddings. The protocol has no word for what vectors are for. */
final class OllamaEmbeddings implements Embeddings {
    /** It takes any number; small calls can be cancelled soon on a machine that is slow. */
    private static final Limits LIMITS = new Limits(64, 1 << 20);

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Question ask(String basePath, EmbeddingRequest batch) {
        ObjectNode body = WireJson.object().put("model", batch.model().model());
        batch.inputs().forEach(body.putArray("input")::add);
        // Else what is too long would be cut in silence.
        body.put("truncate", false);
        if (batch.dimensions() != null) {
            body.put("dimensions", batch.dimensions());
        }
        return Question.of(OllamaDialect.api(basePath) + "embed", body);
    }

    @Override
    public Vectors read(EmbeddingRequest batch, JsonNode answer) {
        Long tokens = WireJson.count(answer.path("prompt_eval_count"));
        return new Vectors(
                VectorRows.read(answer.path("embeddings"), row -> row),
                tokens == null ? Usage.UNKNOWN : Usage.of(tokens, 0));
    }
}
