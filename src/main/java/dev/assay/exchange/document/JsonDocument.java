package dev.assay.exchange.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.List;
import java.util.stream.Collectors;

/** Reads JSON: keys must be unique, nesting is limited. Places are JSON pointers. */
public final class JsonDocument {
    private static final int DEEPEST = 200;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonDocument() {}

    /**
     * Reads a document.
     *
     * @param file how messages name it
     * @throws InputException naming line and column, where it is not JSON
     */
    public static Value read(String file, String text) {
        return read(file, text, 1, "");
    }

    /**
     * Reads a document that stands on one line of a file.
     *
     * @param line the number of that line
     * @param prefix what places begin with
     */
    public static Value read(String file, String text, int line, String prefix) {
        try {
            return new Value(JSON.readValue(text, Object.class), List.of(), path -> prefix + pointer(path));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            int row = at == null ? 0 : at.getLineNr() - 1;
            throw new InputException(
                    new SourceLocation(file, line + Math.max(0, row), at == null ? 1 : Math.max(1, at.getColumnNr())),
                    "This is not proper JSON: " + plain(e.getOriginalMessage()));
        }
    }

    /** The first line without the reader's own notes on where it began. */
    private static String plain(String message) {
        return message.lines().findFirst().orElse("").replaceAll("\\s*\\(start marker at \\[Source:.*", "");
    }

    private static String pointer(List<String> path) {
        return path.stream()
                .map(key -> "/" + key.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
