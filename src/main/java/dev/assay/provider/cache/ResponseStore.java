package dev.assay.provider.cache;

import dev.assay.llm.ChatResponse;
import java.util.Optional;

/** Keeps answers by the key of their request. Never fails: what cannot be read was not there. Thread-safe. */
public interface ResponseStore extends AutoCloseable {

    /** The answer kept under a key, as it was given; empty where there is none or it is too old. */
    Optional<ChatResponse> find(String key);

    /** Keeps an answer, in place of one kept under the same key before. */
    void keep(String key, ChatResponse response);

    /** Ends its use; tidies up where that is due. */
    @Override
    default void close() {}
}
