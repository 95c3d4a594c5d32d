package dev.assay.prompt;

import dev.assay.prompt.frontmatter.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the settings of a file into {@link FrontMatter}; a setting of the wrong kind is reported and left out. */
final class FrontMatterReader {
    private final Settings settings;
    private final Diagnostics diagnostics;

    FrontMatterReader(Settings settings, Diagnostics diagnostics) {
        this.settings = settings;
        this.diagnostics = diagnostics;
    }

    FrontMatter read() {
        Map<String, Object> raw = settings.values();
        Map<String, Object> input = map(raw, "input");
        Map<String, Object> output = map(raw, "output");
        return new FrontMatter(
                text(raw, "description"),
                text(raw, "model"),
                map(raw, "config"),
                map(input, "input", "default"),
                input.get("schema") instanceof String ? Map.of() : map(input, "input", "schema"),
                text(output, "output", "format"),
                output.get("schema"),
                extensions(raw),
                raw);
    }

    /** A key with dots belongs to a namespace: {@code a.b.c: v} is key {@code c} of {@code a.b}. */
    private static Map<String, Map<String, Object>> extensions(Map<String, Object> raw) {
        var extensions = new LinkedHashMap<String, Map<String, Object>>();
        raw.forEach((key, value) -> {
            int dot = key.lastIndexOf('.');
            if (dot > 0) {
                extensions
                        .computeIfAbsent(key.substring(0, dot), namespace -> new LinkedHashMap<>())
                        .put(key.substring(dot + 1), value);
            }
        });
        return extensions;
    }

    private Map<String, Object> map(Map<String, Object> parent, String... path) {
        Object value = parent.get(path[path.length - 1]);
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

    private @Nullable String text(Map<String, Object> parent, String... path) {
        Object value = parent.get(path[path.length - 1]);
        if (value instanceof Map || value instanceof List) {
            wrong(path, "must be text");
            return null;
        }
        return value == null ? null : value.toString();
    }

    private void wrong(String[] path, String message) {
        settings.placeOf(List.of(path))
                .ifPresent(place -> diagnostics.add(
                        Severity.ERROR,
                        "invalid-front-matter",
                        "'" + String.join(".", path) + "' " + message,
                        place.keyStart(),
                        place.valueEnd()));
    }
}
