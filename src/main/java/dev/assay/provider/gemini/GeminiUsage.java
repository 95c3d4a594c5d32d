package dev.assay.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.Usage;
import dev.assay.provider.wire.WireJson;
import org.jspecify.annotations.Nullable;

/** The counts of an answer. Later ones replace earlier ones: they are totals, not increments. */
final class GeminiUsage {
    private JsonNode reported = WireJson.object();

    /** Takes the counts of an event, if it has any. */
    void read(JsonNode metadata) {
        if (metadata.isObject()) {
            reported = metadata;
        }
    }

    /** Google counts what a tool put into the prompt, and thoughts, beside the rest; here they are part of it. */
    Usage usage() {
        var usage = new Usage(
                sum("promptTokenCount", "toolUsePromptTokenCount"),
                sum("candidatesTokenCount", "thoughtsTokenCount"),
                count("cachedContentTokenCount"),
                null,
                count("thoughtsTokenCount"),
                null);
        return reported.isEmpty() ? usage : usage.withRaw(reported.toString());
    }

    private @Nullable Long sum(String main, String beside) {
        Long count = count(main);
        Long more = count(beside);
        if (count == null) {
            return more;
        }
        return more == null ? count : Long.valueOf(count + more);
    }

    private @Nullable Long count(String field) {
        return WireJson.count(reported.path(field));
    }
}
