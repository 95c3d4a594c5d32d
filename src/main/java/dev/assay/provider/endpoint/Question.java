package dev.assay.provider.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that is answered by one JSON document.
 *
 * @param path the path below the base path, without a leading slash
 * @param query what the address says after its path; never a secret
 * @param body what is sent, or null where nothing is but the address
 */
public record Question(
        String path, Map<String, String> query, @Nullable ObjectNode body) {
    public Question {
        query = Map.copyOf(query);
    }

    /** A question with a body. */
    public static Question of(String path, ObjectNode body) {
        return new Question(path, Map.of(), body);
    }
}
