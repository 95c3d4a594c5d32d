package dev.assay.provider.local;

import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.InputException;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.llm.Usage;
import dev.assay.provider.local.SentenceEncoder.Encoded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Embeddings without key and network: a sentence model for English that comes with Assay, all-MiniLM-L6-v2 in whole
 * numbers. It is loaded with the first text. The same text always gets the same vector of length 1 on one kind of
 * processor, whatever else is asked; a text that is longer than the model reads at once is read in parts, and told of.
 * It answers nothing else. Thread-safe.
 */
public final class LocalProvider implements LlmProvider {
    /** The name under which its model is called. */
    public static final String NAME = "local";

    /** The model. */
    public static final ModelId MODEL = new ModelId(NAME, "all-minilm-l6-v2");

    /** How many numbers its vectors have. */
    public static final int DIMENSIONS = 384;

    /** What it is, for who is told of it. */
    public static final String DESCRIPTION =
            "built in; embeddings of English text by all-MiniLM-L6-v2; no key, no network";

    private final EncoderPool encoders = new EncoderPool();

    /** None is for choice where answers are wanted; {@link #listModels} tells what there is. */
    @Override
    public List<ModelId> models() {
        return List.of();
    }

    @Override
    public List<ModelInfo> listModels(String provider) {
        return List.of(new ModelInfo(MODEL, (long) SentenceEncoder.MOST_TOKENS, null, Set.of("embeddings"), null));
    }

    @Override
    public void requireModel(ModelId model) {
        if (!model.equals(MODEL)) {
            throw new LlmException.UnknownModel(
                    "There is no model " + model + "; the local one is " + MODEL + ", for embeddings",
                    LlmException.Detail.of(model));
        }
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatListener listener) {
        requireModel(request.model());
        throw LlmException.Unsupported.of(request.model(), "answers, only embeddings");
    }

    @Override
    public EmbeddingResponse embed(EmbeddingRequest request) {
        requireModel(request.model());
        Integer dimensions = request.dimensions();
        if (dimensions != null && dimensions != DIMENSIONS) {
            throw new InputException(MODEL + " makes vectors of " + DIMENSIONS + " numbers, not of " + dimensions);
        }
        long start = System.nanoTime();
        List<Encoded> encoded = encoders.encode(request.inputs());
        return new EmbeddingResponse(
                encoded.stream().map(Encoded::values).toList(),
                Usage.of(encoded.stream().mapToLong(Encoded::tokens).sum(), 0),
                new Latency(Duration.ZERO, Duration.ofNanos(System.nanoTime() - start), null, null),
                1,
                adjustments(encoded));
    }

    private static List<Adjustment> adjustments(List<Encoded> encoded) {
        var made = new ArrayList<Adjustment>();
        for (int i = 0; i < encoded.size(); i++) {
            Encoded one = encoded.get(i);
            if (one.windows() > 1) {
                made.add(new Adjustment(
                        "text " + (i + 1),
                        one.tokens() + " tokens",
                        one.windows() + " parts",
                        "the model reads " + SentenceEncoder.MOST_TOKENS
                                + " tokens at once; the vector is the mean of the parts"));
            }
        }
        return made;
    }
}
