package dev.assay.llm;

import java.util.List;
import java.util.Optional;

/**
 * A source of answers. One method serves streamed and whole answers alike: it blocks, so it is called on a virtual
 * thread, and interrupting that thread cancels the call. Implementations are safe for use by many threads.
 */
public interface LlmProvider {

    /**
     * Sends the request and returns the whole answer.
     *
     * @param request what to send
     * @param listener hears text as it arrives where {@link ChatRequest#stream()} is set
     * @throws LlmException where the provider gave no usable answer
     * @throws CancelledException where the thread was interrupted; the connection is closed
     */
    ChatResponse chat(ChatRequest request, ChatListener listener);

    /**
     * The models that this provider is known to serve, as far as it is known without a call; may be empty.
     */
    List<ModelId> models();

    /**
     * Makes sure, without a call, that the model can be asked as far as that is known here; a name that only the
     * provider's server can judge passes.
     *
     * @throws InputException where no provider has the name
     * @throws LlmException where the key is missing, or the model is known not to exist
     */
    default void requireModel(ModelId model) {}

    /**
     * The models that a request to this one may be answered by, one after the other; more than one where it stands for a route.
     * Those of judges that the way to an answer asks are among them.
     */
    default List<ModelId> asks(ModelId model) {
        return List.of(model);
    }

    /** How requests to a model can be sent together at a lower price; empty where its provider does not offer that. */
    default Optional<ChatBatches> batches(ModelId model) {
        return Optional.empty();
    }

    /**
     * Turns texts into vectors, in as many calls as the provider's limits ask for.
     *
     * @throws LlmException where the provider gave no usable answer, {@link LlmException.Unsupported} where it has none
     * @throws CancelledException where the thread was interrupted
     */
    default EmbeddingResponse embed(EmbeddingRequest request) {
        throw LlmException.Unsupported.of(request.model(), "embeddings");
    }

    /**
     * Judges whether a text is harmful.
     *
     * @throws LlmException where the provider gave no usable answer, {@link LlmException.Unsupported} where it has none
     * @throws CancelledException where the thread was interrupted
     */
    default Moderation moderate(ModelId model, String text) {
        throw LlmException.Unsupported.of(model, "moderation");
    }

    /**
     * The number of input tokens of a request as the provider itself counts them.
     *
     * @throws LlmException where the provider gave no usable answer, {@link LlmException.Unsupported} where it has none
     * @throws CancelledException where the thread was interrupted
     */
    default long countTokens(ChatRequest request) {
        throw LlmException.Unsupported.of(request.model(), "token counts");
    }

    /**
     * The models that a provider offers, asked of it.
     *
     * @param provider the provider's name
     * @throws LlmException where the provider gave no usable answer, {@link LlmException.Unsupported} where it has none
     * @throws CancelledException where the thread was interrupted
     */
    default List<ModelInfo> listModels(String provider) {
        throw LlmException.Unsupported.of(new ModelId(provider, "*"), "a list of models");
    }
}
