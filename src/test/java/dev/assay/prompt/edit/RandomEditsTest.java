package dev.assay.prompt.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.InputException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random edits of random front matter change exactly what they say, and no comment is lost. */
class RandomEditsTest {
    private static final int FILES = 1500;
    private static final int EDITS = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anEditChangesItsValueOnly(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < FILES; i++) {
            String text = new RandomFrontMatter(random).file();
            for (int edit = 0; edit < EDITS; edit++) {
                text = edited(random, text);
            }
        }
    }

    private static String edited(Random random, String text) {
        var editor = FrontMatterEditor.of(text);
        assertThat(editor.problem()).describedAs(text).isEmpty();
        Map<String, Object> expected = copy(editor.values());
        List<List<String>> paths = paths(expected, List.of());
        List<String> path = paths.isEmpty() ? List.of("fresh") : paths.get(random.nextInt(paths.size()));
        int kind = random.nextInt(5);
        String what = kind + " " + path + "\n" + text;
        String after;
        try {
            after = switch (kind) {
                case 0 -> remove(editor, expected, path, paths.isEmpty()).apply(text);
                case 1 ->
                    set(editor, expected, path, RandomFrontMatter.value(random, 2))
                            .apply(text);
                case 2 ->
                    set(editor, expected, fresh(expected, path), RandomFrontMatter.value(random, 2))
                            .apply(text);
                case 3 -> rename(editor, expected, path, paths.isEmpty()).apply(text);
                default -> move(editor, expected, path, random).apply(text);
            };
        } catch (InputException e) {
            // Blank lines below belong to the value where it says +, so not everything can be moved away from them.
            assertThat(text).describedAs(what + e.getMessage()).contains("|+");
            return text;
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
        Map<String, Object> read = FrontMatterEditor.of(after).values();
        assertThat(normal(read)).describedAs(what + "\n>>>\n" + after).isEqualTo(normal(expected));
        assertThat(comments(after)).describedAs(what + "\n>>>\n" + after).containsAll(comments(text));
        assertThat(after.substring(after.lastIndexOf("---"))).isEqualTo(text.substring(text.lastIndexOf("---")));
        return after;
    }

    private static TextEdit remove(
            FrontMatterEditor editor, Map<String, Object> model, List<String> path, boolean none) {
        if (!none) {
            removeFrom(model, path);
        }
        return editor.remove(path);
    }

    private static void removeFrom(Map<String, Object> model, List<String> path) {
        Object parent = at(model, path.subList(0, path.size() - 1));
        boolean empty;
        if (parent instanceof Map<?, ?> map) {
            map.remove(path.getLast());
            empty = map.isEmpty();
        } else {
            ((List<?>) parent).remove(Integer.parseInt(path.getLast()));
            empty = ((List<?>) parent).isEmpty();
        }
        if (empty && path.size() > 1) {
            removeFrom(model, path.subList(0, path.size() - 1));
        }
    }

    private static TextEdit set(FrontMatterEditor editor, Map<String, Object> model, List<String> path, Object value) {
        Object parent = at(model, path.subList(0, path.size() - 1));
        if (parent instanceof Map<?, ?> map) {
            open(map).put(path.getLast(), value);
        } else {
            int index = Integer.parseInt(path.getLast());
            List<Object> list = openList((List<?>) parent);
            if (index == list.size()) {
                list.add(value);
            } else {
                list.set(index, value);
            }
        }
        return editor.set(path, value);
    }

    private static TextEdit rename(
            FrontMatterEditor editor, Map<String, Object> model, List<String> path, boolean none) {
        Object parent = at(model, path.subList(0, path.size() - 1));
        String name = path.getLast() + "?(enum, the kind)";
        if (none || !(parent instanceof Map<?, ?> map) || map.containsKey(name)) {
            return new TextEdit(0, 0, "");
        }
        Map<String, Object> before = new LinkedHashMap<>(open(map));
        map.clear();
        before.forEach((key, value) -> open(map).put(key.equals(path.getLast()) ? name : key, value));
        return editor.rename(path, name);
    }

    private static TextEdit move(
            FrontMatterEditor editor, Map<String, Object> model, List<String> path, Random random) {
        List<String> parentPath = path.subList(0, path.size() - 1);
        Object parent = at(model, parentPath);
        if (parent instanceof Map<?, ?> map && !map.isEmpty()) {
            var entries = new ArrayList<>(open(map).entrySet().stream()
                    .map(AbstractMap.SimpleEntry::new)
                    .toList());
            int from = random.nextInt(entries.size());
            int to = random.nextInt(entries.size());
            entries.add(to, entries.remove(from));
            map.clear();
            entries.forEach(entry -> open(map).put(entry.getKey(), entry.getValue()));
            return editor.move(parentPath, from, to);
        }
        if (parent instanceof List<?> list && !list.isEmpty()) {
            int from = random.nextInt(list.size());
            int to = random.nextInt(list.size());
            Object moved = list.remove(from);
            openList(list).add(to, moved);
            return editor.move(parentPath, from, to);
        }
        return new TextEdit(0, 0, "");
    }

    private static List<String> fresh(Map<String, Object> model, List<String> path) {
        Object parent = at(model, path.subList(0, path.size() - 1));
        String last = parent instanceof List<?> list ? String.valueOf(list.size()) : "fresh" + path.size();
        return Stream.concat(path.subList(0, path.size() - 1).stream(), Stream.of(last))
                .toList();
    }

    private static Object at(Object value, List<String> path) {
        Object at = value;
        for (String step : path) {
            at = at instanceof Map<?, ?> map ? map.get(step) : ((List<?>) at).get(Integer.parseInt(step));
        }
        return at;
    }

    private static List<List<String>> paths(Object value, List<String> above) {
        var paths = new ArrayList<List<String>>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> addPaths(paths, above, String.valueOf(key), inner));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                addPaths(paths, above, String.valueOf(i), list.get(i));
            }
        }
        return paths;
    }

    private static void addPaths(List<List<String>> paths, List<String> above, String step, Object inner) {
        List<String> path = Stream.concat(above.stream(), Stream.of(step)).toList();
        paths.add(path);
        paths.addAll(paths(inner, path));
    }

    private static List<String> comments(String text) {
        return Pattern.compile("# c\\d+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** With order, and numbers by their amount. */
    private static String normal(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + normal(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(";", "{", "}"));
            case List<?> list -> list.stream().map(RandomEditsTest::normal).collect(Collectors.joining(";", "[", "]"));
            case Number number -> "n" + number.doubleValue();
            case null -> "null";
            default -> "'" + value + "'";
        };
    }

    private static Map<String, Object> copy(Map<String, Object> values) {
        var copy = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> copy.put(key, copyOf(value)));
        return copy;
    }

    private static Object copyOf(Object value) {
        if (value instanceof List<?> list) {
            var copy = new ArrayList<>();
            list.forEach(inner -> copy.add(copyOf(inner)));
            return copy;
        }
        return value instanceof Map<?, ?> map ? copy(open(map)) : value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> open(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> openList(List<?> list) {
        return (List<Object>) list;
    }
}
