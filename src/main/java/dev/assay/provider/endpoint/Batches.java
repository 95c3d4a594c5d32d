package dev.assay.provider.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.BatchState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a protocol takes many chat requests at once and answers them later. Knows nothing of the network. */
public interface Batches {

    /**
     * How much one batch takes.
     *
     * @param requests the most requests, 1 or more
     * @param bytes the most bytes of all of them as they are sent
     */
    record Limits(int requests, long bytes) {}

    /** How the requests are handed over. */
    sealed interface Carrier {

        /**
         * As a file of one request a line, which is named in the call that makes the batch.
         *
         * @param path where it is uploaded to, below the base path
         * @param form the other fields of the upload
         * @param batch the call that makes a batch of the file with that id
         */
        record Upload(String path, Map<String, String> form, Function<String, Question> batch) implements Carrier {
            public Upload {
                form = Map.copyOf(form);
            }
        }

        /**
         * As a list within the call that makes the batch.
         *
         * @param path of that call, below the base path
         * @param field that holds the list
         */
        record Inline(String path, String field) implements Carrier {}
    }

    /** What the provider says came of one request. */
    sealed interface Line {
        /** By which its request is known. */
        String id();

        /**
         * An answer.
         *
         * @param body as the chat endpoint would have given it
         * @param requestId the name under which the provider's support can look it up, or null
         */
        record Answered(String id, JsonNode body, @Nullable String requestId) implements Line {}

        /**
         * An error.
         *
         * @param status its HTTP status, or null where none is told
         */
        record Failed(String id, @Nullable Integer status, JsonNode error) implements Line {}

        /**
         * Nothing, as the batch ended before.
         *
         * @param reason why, such as {@code expired}
         */
        record Unanswered(String id, String reason) implements Line {}
    }

    /** How much one batch takes. */
    Limits limits();

    /**
     * One request as it stands in a batch.
     *
     * @param id by which its result is told
     * @param chat the body that the chat endpoint would get
     */
    ObjectNode item(String id, ObjectNode chat);

    /** How the requests are handed over. */
    Carrier carrier(String basePath);

    /**
     * The id of a file or a batch that was made.
     *
     * @throws UnusableAnswer where there is none
     */
    default String id(JsonNode answer) {
        JsonNode id = answer.path("id");
        if (!id.isTextual() || id.textValue().isBlank()) {
            throw new UnusableAnswer("it gave no id");
        }
        return id.textValue();
    }

    /** The path below the base path at which a batch tells how far it is. */
    String path(String basePath, String id);

    /**
     * Reads how far a batch is.
     *
     * @throws UnusableAnswer where it does not say
     */
    BatchState state(JsonNode batch);

    /**
     * The paths below the base path at which the results of a batch that has ended lie, one a line; may be none.
     *
     * @param batch what the batch tells of itself
     */
    List<String> results(String basePath, String id, JsonNode batch);

    /**
     * Reads one line of the results.
     *
     * @throws UnusableAnswer where it is none
     */
    Line line(JsonNode line);

    /** The path below the base path at which a batch is told to leave off. */
    default String cancel(String basePath, String id) {
        return path(basePath, id) + "/cancel";
    }
}
