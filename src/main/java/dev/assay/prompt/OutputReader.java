package dev.assay.prompt;

import dev.assay.llm.ResponseFormat;
import dev.assay.prompt.render.JsonText;
import java.util.Map;

/** Reads {@code output} as the form of answer to ask for. */
final class OutputReader {
    private OutputReader() {}

    /**
     * The form of answer.
     *
     * @param schema that of the output as JSON Schema; empty where there is none
     */
    static ResponseFormat read(FrontMatter frontMatter, Map<String, Object> schema) {
        if (!"json".equals(frontMatter.outputFormat())) {
            return ResponseFormat.TEXT;
        }
        return schema.isEmpty()
                ? new ResponseFormat.JsonObject()
                : new ResponseFormat.JsonSchema("output", JsonText.of(schema));
    }
}
