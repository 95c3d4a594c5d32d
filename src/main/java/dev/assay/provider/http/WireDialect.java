package dev.assay.provider.http;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.LlmException;
import dev.assay.settings.ApiKey;
import java.util.Map;
import java.util.Optional;

/** What one wire protocol knows: how a request is written and an answer read. Knows nothing of the network. */
public interface WireDialect {

    /** How a stream is cut into events. */
    enum Framing {
        /** Server-sent events. */
        SSE,
        /** One JSON document a line. */
        NDJSON
    }

    /** How this protocol streams. */
    Framing framing();

    /** The path of the chat endpoint below the base path, without a leading slash. */
    String chatPath(String basePath, ChatRequest request);

    /** What the address of the chat endpoint says after its path; never a secret. */
    default Map<String, String> chatQuery(ChatRequest request) {
        return Map.of();
    }

    /** The path of the list of models below the base path, without a leading slash. */
    String modelsPath(String basePath);

    /** The headers that every call carries, the key among them. */
    Map<String, String> headers(ApiKey.Present key);

    /** The headers of a call to a server that needs no key. */
    Map<String, String> headers();

    /**
     * Writes a request.
     *
     * @throws dev.assay.llm.InputException where the protocol cannot say what is asked
     */
    WireRequest write(ChatRequest request);

    /** A simpler form of a request that was just refused, if there is one worth a second try. */
    default Optional<WireRequest> simpler(ChatRequest request, LlmException.Rejected refusal) {
        return Optional.empty();
    }

    /** A fresh reader for one answer. */
    AnswerReader reader();
}
