package dev.assay.prompt;

import dev.assay.llm.ResponseFormat;
import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.frontmatter.Settings;
import dev.assay.prompt.render.JsonText;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code output} as the form of answer to ask for. */
final class OutputReader {
    private final Settings settings;
    private final Diagnostics diagnostics;

    OutputReader(Settings settings, Diagnostics diagnostics) {
        this.settings = settings;
        this.diagnostics = diagnostics;
    }

    ResponseFormat read(FrontMatter frontMatter) {
        Object schema = frontMatter.outputSchema();
        boolean json = "json".equals(frontMatter.outputFormat());
        if (schema == null) {
            return json ? new ResponseFormat.JsonObject() : ResponseFormat.TEXT;
        }
        var converted = Picoschema.convert(schema);
        converted.faults().forEach(fault -> report(fault, "output"));
        if (!converted.faults().isEmpty() || !json) {
            return json ? new ResponseFormat.JsonObject() : ResponseFormat.TEXT;
        }
        return new ResponseFormat.JsonSchema("output", JsonText.of(converted.schema()));
    }

    /** Reports a fault in {@code input.schema} or {@code output.schema}. */
    void report(Picoschema.Fault fault, String section) {
        var path = new ArrayList<>(List.of(section, "schema"));
        path.addAll(fault.path());
        settings.placeOf(path)
                .ifPresent(place -> diagnostics.add(
                        Severity.ERROR, "invalid-schema", fault.message(), place.keyStart(), place.valueEnd()));
    }
}
