package dev.assay.prompt;

import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.frontmatter.Settings;
import dev.assay.prompt.source.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads settings of a wanted kind by their path; what is of another kind is reported where it stands and left out. */
record SettingsCheck(Settings settings, Diagnostics diagnostics, Dialect dialect, Definitions definitions) {

    /** The map that stands there; empty where there is none. */
    Map<String, Object> map(@Nullable Object value, List<String> path) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, one) -> copy.put(String.valueOf(key), one));
            return copy;
        }
        if (value != null) {
            wrong(path, "needs keys of its own below it");
        }
        return Map.of();
    }

    /** The list that stands there; empty where there is none. */
    List<?> list(@Nullable Object value, List<String> path) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value != null) {
            wrong(path, "must be a list: write [a, b] or lines that begin with a dash");
        }
        return List.of();
    }

    /** The text that stands there, or null. */
    @Nullable
    String text(@Nullable Object value, List<String> path) {
        if (value instanceof Map || value instanceof List) {
            wrong(path, "must be text");
            return null;
        }
        return value == null ? null : value.toString();
    }

    /** The schema that stands there as JSON Schema; empty where there is none or it has faults. */
    Map<String, Object> schema(@Nullable Object written, List<String> path) {
        if (written == null) {
            return Map.of();
        }
        var converted = Picoschema.convert(written, definitions);
        List<Picoschema.Fault> hidden = dialect.isStrict() ? Picoschema.hiddenFields(written) : List.of();
        List<Picoschema.Fault> faults =
                Stream.concat(converted.faults().stream(), hidden.stream()).toList();
        faults.forEach(fault -> {
            var place = new ArrayList<>(path);
            place.addAll(fault.path());
            report("invalid-schema", place, fault.message());
        });
        return faults.isEmpty() ? converted.schema() : Map.of();
    }

    /** Reports a setting of the wrong kind. */
    void wrong(List<String> path, String message) {
        report("invalid-front-matter", path, "'" + String.join(".", path) + "' " + message);
    }

    /** Reports a name that nothing has. */
    void unknown(String name, List<String> path, String message) {
        report(name, path, message);
    }

    private void report(String name, List<String> path, String message) {
        settings.placeOf(path)
                .ifPresent(place -> diagnostics.add(Severity.ERROR, name, message, place.keyStart(), place.valueEnd()));
    }
}
