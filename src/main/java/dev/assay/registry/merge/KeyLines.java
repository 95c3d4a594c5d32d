package dev.assay.registry.merge;

import dev.assay.prompt.frontmatter.Settings;
import dev.assay.prompt.frontmatter.SettingsReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key of a front matter with the lines that belong to it.
 *
 * @param lead the comments and blank lines above it
 * @param head its own first line
 * @param rest the other lines of its value
 * @param value its value, null where it has none
 * @param keys those under it by name, in the order of the file; empty where the value is none that is written line by
 *     line as a map
 * @param tail lines below the last of them
 */
record KeyLines(
        String lead, String head, String rest, @Nullable Object value, Map<String, KeyLines> keys, String tail) {

    String own() {
        return head + rest;
    }

    String all() {
        return lead + own();
    }

    boolean isMap() {
        return !keys.isEmpty();
    }

    /** The whole of a front matter as the keys of a nameless one. */
    static KeyLines of(String yaml) {
        Settings settings = SettingsReader.read(yaml, 0, yaml.length());
        return new Reader(yaml, settings).under(List.of(), settings.values(), 0, yaml.length());
    }

    /** Cuts a text into the lines of its keys. */
    private record Reader(String yaml, Settings settings) {

        KeyLines under(List<String> path, Map<String, Object> values, int from, int to) {
            List<String> names = values.keySet().stream()
                    .sorted(Comparator.comparingInt(
                            name -> placeOf(append(path, name)).keyStart()))
                    .toList();
            var keys = new LinkedHashMap<String, KeyLines>();
            int at = from;
            for (String name : names) {
                int end = Math.min(to, lineEnd(contentEnd(append(path, name))));
                keys.put(name, key(append(path, name), values.get(name), at, end));
                at = end;
            }
            return new KeyLines("", "", yaml.substring(from, at), values, keys, yaml.substring(at, to));
        }

        @SuppressWarnings("unchecked") // the maps of settings have words as keys
        private KeyLines key(List<String> path, @Nullable Object value, int from, int to) {
            Settings.Place place = placeOf(path);
            int start = lineStart(place.keyStart());
            int next = lineEnd(place.keyEnd());
            String lead = yaml.substring(from, Math.max(from, start));
            String head = yaml.substring(Math.max(from, start), Math.min(next, to));
            String rest = yaml.substring(Math.min(next, to), to);
            Map<?, ?> map = value instanceof Map<?, ?> found ? found : Map.of();
            boolean lineByLine = !map.isEmpty() && place.valueStart() >= next && yaml.charAt(place.valueStart()) != '{';
            if (!lineByLine) {
                return new KeyLines(lead, head, rest, value, Map.of(), "");
            }
            KeyLines inner = under(path, (Map<String, Object>) map, next, to);
            return new KeyLines(lead, head, rest, value, inner.keys(), inner.tail());
        }

        private Settings.Place placeOf(List<String> path) {
            return Objects.requireNonNull(settings.places().get(path), () -> "no place of " + path);
        }

        /** Where the last word of a value ends; a map that is written line by line would end before the next key only. */
        private int contentEnd(List<String> path) {
            Settings.Place place = placeOf(path);
            boolean exact = place.valueStart() < yaml.length() && "{[".indexOf(yaml.charAt(place.valueStart())) >= 0;
            if (exact) {
                return place.valueEnd();
            }
            return settings.places().entrySet().stream()
                    .filter(entry -> entry.getKey().size() == path.size() + 1
                            && entry.getKey().subList(0, path.size()).equals(path))
                    .mapToInt(entry -> contentEnd(entry.getKey()))
                    .max()
                    .orElse(Math.max(place.valueEnd(), place.keyEnd()));
        }

        private int lineStart(int offset) {
            return yaml.lastIndexOf('\n', offset - 1) + 1;
        }

        /** The start of the next line; the offset itself where a line starts there. */
        private int lineEnd(int offset) {
            if (offset > 0 && yaml.charAt(offset - 1) == '\n') {
                return offset;
            }
            int end = yaml.indexOf('\n', offset);
            return end < 0 ? yaml.length() : end + 1;
        }

        private static List<String> append(List<String> path, String name) {
            var longer = new ArrayList<>(path);
            longer.add(name);
            return List.copyOf(longer);
        }
    }
}
