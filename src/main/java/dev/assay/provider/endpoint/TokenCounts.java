package dev.assay.provider.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ChatRequest;

/** How a protocol counts the input tokens of a chat request. Knows nothing of the network. */
public interface TokenCounts {

    /**
     * The call that counts.
     *
     * @param chat the body that the chat endpoint would get
     */
    Question ask(String basePath, ChatRequest request, ObjectNode chat);

    /**
     * Reads the count.
     *
     * @throws UnusableAnswer where there is none
     */
    long read(JsonNode answer);
}
