package dev.assay.prompt.assist.reading;

import dev.assay.prompt.assist.ParsedPrompt;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.Picoschema;
import dev.assay.prompt.frontmatter.SchemaField;
import dev.assay.prompt.frontmatter.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name in front matter that files of the workspace define.
 *
 * @param folder of its kind, {@code schemas/} or {@code tools/}
 * @param name the name
 * @param start offset of the name itself
 * @param end offset after it
 */
public record DefinitionUse(String folder, String name, int start, int end) {

    /** The name at an offset or that ends there. */
    public static Optional<DefinitionUse> at(ParsedPrompt prompt, int offset) {
        return of(prompt).stream()
                .filter(use -> use.start <= offset && offset <= use.end)
                .findFirst();
    }

    /** All of them by position. Types of Picoschema that no file has to define are none. */
    public static List<DefinitionUse> of(ParsedPrompt prompt) {
        var uses = new ArrayList<DefinitionUse>();
        Settings settings = prompt.settings();
        settings.places().forEach((path, place) -> {
            String folder = isTool(path) ? Definitions.TOOLS : Definitions.SCHEMAS;
            if (valueAt(settings.values(), path) instanceof String value && (isTool(path) || isType(settings, path))) {
                String name = value.split(",", 2)[0].strip();
                String written = prompt.text().substring(place.valueStart(), place.valueEnd());
                int quote = written.startsWith("\"") || written.startsWith("'") ? 1 : 0;
                int start = place.valueStart() + quote;
                boolean named = !name.isEmpty() && written.startsWith(name, quote);
                if (named && (isTool(path) || !Picoschema.SCALARS.contains(name))) {
                    uses.add(new DefinitionUse(folder, name, start, start + name.length()));
                }
            }
        });
        uses.sort(Comparator.comparingInt(DefinitionUse::start));
        return uses;
    }

    private static boolean isTool(List<String> path) {
        return path.size() == 2 && path.getFirst().equals("tools");
    }

    /** Whether a type of Picoschema stands at a path. */
    private static boolean isType(Settings settings, List<String> path) {
        int schema = schemaDepth(path);
        if (schema < 0) {
            return false;
        }
        for (int depth = schema; depth < path.size(); depth++) {
            boolean options = SchemaField.parse(path.get(depth)).kind().equals("enum");
            if (options || valueAt(settings.values(), path.subList(0, depth)) instanceof Map<?, ?> map && isJson(map)) {
                return false;
            }
        }
        return true;
    }

    /** Number of keys that lead to the schema around a path, or -1 where there is none. */
    private static int schemaDepth(List<String> path) {
        boolean own = path.size() >= 2
                && (path.getFirst().equals("input") || path.getFirst().equals("output"))
                && path.get(1).equals("schema");
        boolean ofTool = path.size() >= 3
                && path.getFirst().equals("toolDefs")
                && (path.get(2).equals("inputSchema") || path.get(2).equals("outputSchema"));
        return own ? 2 : ofTool ? 3 : -1;
    }

    @SuppressWarnings("unchecked")
    private static boolean isJson(Map<?, ?> map) {
        return Picoschema.isJsonSchema((Map<String, Object>) map);
    }

    private static @Nullable Object valueAt(Object values, List<String> path) {
        @Nullable Object value = values;
        for (String key : path) {
            if (value instanceof List<?> list) {
                value = key.matches("\\d{1,6}") && Integer.parseInt(key) < list.size()
                        ? list.get(Integer.parseInt(key))
                        : null;
            } else {
                value = value instanceof Map<?, ?> map ? map.get(key) : null;
            }
        }
        return value;
    }
}
