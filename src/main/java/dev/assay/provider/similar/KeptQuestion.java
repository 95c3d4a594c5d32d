package dev.assay.provider.similar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * A question that was answered.
 *
 * @param key of its answer, as letters and digits
 * @param text the question
 * @param vector what it means
 */
record KeptQuestion(String key, String text, float[] vector) {
    private static final JsonMapper JSON = new JsonMapper();

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what {@link #toJson} wrote; empty where it is anything else. */
    static Optional<KeptQuestion> read(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, KeptQuestion.class))
                    .filter(read -> read.key != null && read.text != null && read.vector != null);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
