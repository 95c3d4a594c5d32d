package dev.assay.llm;

import java.util.List;

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
}
