package dev.assay.prompt.definition;

import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.Definitions.Fault;
import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.frontmatter.Settings;
import dev.assay.prompt.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of definitions that is valid YAML or JSON.
 *
 * @param settings its values with their places
 */
record DefinitionFile(SourceText source, Settings settings) {

    /** A schema and what is wrong with it. */
    record Converted(Map<String, Object> schema, List<Fault> faults) {}

    /** Converts what is written at a path. */
    Converted convert(String name, Object written, List<String> path, Definitions known) {
        var converted = Picoschema.convert(written, known);
        List<Fault> faults = Stream.concat(converted.faults().stream(), Picoschema.hiddenFields(written).stream())
                .map(fault -> {
                    var place = new ArrayList<>(path);
                    place.addAll(fault.path());
                    return fault(name, place, fault.message());
                })
                .toList();
        return new Converted(converted.schema(), faults);
    }

    /** A fault at the place of a key. */
    Fault fault(String name, List<String> path, String message) {
        int offset = settings.placeOf(path).map(Settings.Place::keyStart).orElse(0);
        return new Fault(name, source.locate(offset), message);
    }
}
