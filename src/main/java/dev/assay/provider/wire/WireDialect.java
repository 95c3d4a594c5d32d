package dev.assay.provider.wire;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.LlmException;
import dev.assay.provider.endpoint.Batches;
import dev.assay.provider.endpoint.Embeddings;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.endpoint.Moderations;
import dev.assay.provider.endpoint.TokenCounts;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.settings.ApiKey;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What one wire protocol knows: how a request is written and an answer read. Knows nothing of the network. */
public interface WireDialect {

    /** How a stream is cut into events. */
    enum Framing {
        /** Server-sent events. */
        SSE,
        /** One JSON document a line. */
        NDJSON,
        /** The binary events of AWS. */
        AWS_EVENTS
    }

    /** How this protocol streams. */
    Framing framing();

    /** The path of the chat endpoint below the base path, percent-encoded, without a leading slash. */
    String chatPath(String basePath, ChatRequest request);

    /** What the address of the chat endpoint says after its path; never a secret. */
    default Map<String, String> chatQuery(ChatRequest request) {
        return Map.of();
    }

    /** The host that has the list of models. */
    default String modelsHost(String host) {
        return host;
    }

    /** The path of the list of models below the base path, without a leading slash. */
    String modelsPath(String basePath);

    /** The headers that every call carries, the key among them. */
    Map<String, String> headers(ApiKey.Present key);

    /** The headers of a call to a server that needs no key. */
    Map<String, String> headers();

    /**
     * Headers that sign one call, besides {@link #headers()}; asked for only where no key is configured.
     *
     * @param method the HTTP method
     * @param url the whole address
     * @param body what is sent, empty for nothing
     * @throws dev.assay.llm.InputException where the keys to sign with are missing
     */
    default Map<String, String> signature(String method, URI url, byte[] body) {
        return Map.of();
    }

    /** Keys that the protocol finds by itself, beside those of the settings: never to be shown. */
    default Stream<String> secrets() {
        return Stream.empty();
    }

    /** A name as one segment of a path, percent-encoded. */
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Writes a request.
     *
     * @param request what to send, already fitted to the model
     * @param profile what is known of the model
     * @throws dev.assay.llm.InputException where the protocol cannot say what is asked
     */
    WireRequest write(ChatRequest request, ModelProfile profile);

    /** Whose models are asked, as profiles name it; a word they do not know where they may be anybody's. */
    String vendor();

    /** What Assay cannot say in this protocol, whatever the model takes: it is left out and recorded. */
    default ModelProfile limits() {
        return ModelProfile.UNKNOWN;
    }

    /**
     * Learns from a refusal how to write the same request so that this server takes it.
     *
     * @return whether writing it again makes another request of it
     */
    default boolean learn(LlmException.Rejected refusal) {
        return false;
    }

    /** A fresh reader for the answer to a request. */
    AnswerReader reader(ChatRequest request);

    /** How it lists its models, where it does. */
    default Optional<ModelLists> modelLists() {
        return Optional.empty();
    }

    /** How it turns texts into vectors, where it does. */
    default Optional<Embeddings> embeddings() {
        return Optional.empty();
    }

    /** How it judges whether a text is harmful, where it does. */
    default Optional<Moderations> moderations() {
        return Optional.empty();
    }

    /** How it takes many chat requests at once, where it does. */
    default Optional<Batches> batches() {
        return Optional.empty();
    }

    /** How it counts tokens, where it does. */
    default Optional<TokenCounts> tokenCounts() {
        return Optional.empty();
    }
}
