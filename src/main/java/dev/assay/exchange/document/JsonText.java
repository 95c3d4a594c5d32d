package dev.assay.exchange.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** Writes plain values as JSON for people. */
public final class JsonText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonText() {}

    /** The value over several lines, with a final line end. */
    public static String pretty(@Nullable Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("Text, numbers, lists and maps are always writable", e);
        }
    }
}
