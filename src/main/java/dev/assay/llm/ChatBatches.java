package dev.assay.llm;

import java.util.List;
import java.util.function.Consumer;

/**
 * How a provider takes many chat requests at once and answers them when it has time, within a day, at a lower price.
 * Nothing here is tried again by itself. Implementations are safe for use by many threads.
 */
public interface ChatBatches {

    /**
     * One request of a batch.
     *
     * @param id unique within the batch: 1 to 64 letters, digits, {@code -} and {@code _}
     * @param request not streamed
     */
    record Item(String id, ChatRequest request) {}

    /** What came of one request. */
    sealed interface Result {
        /** The id of its item. */
        String id();

        /** An answer, whose latency is not known. */
        record Answered(String id, ChatResponse response) implements Result {}

        /** No answer. */
        record Failed(String id, LlmException failure) implements Result {}
    }

    /** Whether the answer to an equal request is kept, so that {@link LlmProvider#chat} would make no call. */
    default boolean knows(ChatRequest request) {
        return false;
    }

    /** Cuts requests to one model into batches that are as large as the provider takes them, in order. */
    List<List<Item>> cut(List<Item> items);

    /**
     * Sends a batch.
     *
     * @param batch requests to one model, as {@link #cut} gives them
     * @return the provider's id of it
     * @throws LlmException where the provider did not take it, or where it is not known whether it did
     * @throws CancelledException where the thread was interrupted
     */
    String submit(List<Item> batch);

    /**
     * How far the provider is.
     *
     * @param model that of the batch
     * @throws LlmException where it does not say
     * @throws CancelledException where the thread was interrupted
     */
    BatchState state(ModelId model, String id);

    /**
     * Reads what came of a batch that has ended, in any order. Requests that the provider says nothing of are left out.
     *
     * @param items those that are of interest of what was sent
     * @param reader hears each result as soon as it is read
     * @throws LlmException where it could not be read, or not to its end
     * @throws CancelledException where the thread was interrupted
     */
    void results(ModelId model, String id, List<Item> items, Consumer<Result> reader);

    /**
     * Asks the provider to leave off; what it has answered by then can be read once it has ended, and is paid for.
     *
     * @throws LlmException where it does not take that
     * @throws CancelledException where the thread was interrupted
     */
    void cancel(ModelId model, String id);
}
