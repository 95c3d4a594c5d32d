package dev.assay.prompt.edit;

import dev.assay.llm.InputException;
import dev.assay.prompt.frontmatter.FileLayout;
import dev.assay.prompt.frontmatter.Settings;
import dev.assay.prompt.frontmatter.SettingsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Changes single settings in a prompt file's text. Whatever else stands there keeps its place and its form: comments,
 * blank lines, order, quotes, brackets and line ends. Keys are named by the path that leads to them; elements of lists
 * count from {@code "0"}. Each change is read back before it is handed out: one that would read differently is refused
 * with {@link InputException}. Immutable.
 */
public final class FrontMatterEditor {
    private final String text;
    private final FileLayout layout;
    private final Settings settings;

    private FrontMatterEditor(String text) {
        this.text = text;
        this.layout = FileLayout.of(text);
        this.settings = read(text, layout);
    }

    /** An editor of a prompt file's whole text. */
    public static FrontMatterEditor of(String text) {
        return new FrontMatterEditor(text);
    }

    /** Why nothing can be changed as the text is now; empty where it can. */
    public Optional<String> problem() {
        if (!layout.closed()) {
            return Optional.of("the front matter is not closed: add a line with --- below it");
        }
        return Optional.ofNullable(settings.problem()).map(problem -> problem.message());
    }

    /** The settings as they read now; empty where there is a {@link #problem()}. Maps keep the order of the file. */
    public Map<String, Object> values() {
        return settings.values();
    }

    /** The value at a path, or null where there is none. */
    public @Nullable Object value(List<String> path) {
        return PlainValues.at(settings.values(), path);
    }

    /** Where the key of a path stands in the text; empty where there is none. */
    public Optional<Settings.Place> placeOf(List<String> path) {
        return Optional.ofNullable(settings.places().get(path));
    }

    /** The YAML of the value at a path, as it is written, without the indentation it has there; empty where there is none. */
    public String yaml(List<String> path) {
        YamlNode node = new WorkingCopy(text, settings.values()).find(path);
        if (node == null) {
            return "";
        }
        String column = " ".repeat(TextLines.column(text, node.start()));
        boolean below = node instanceof YamlNode.Branch branch && !branch.flow();
        return text.substring(node.start(), below ? TextLines.end(text, node.end()) : node.end())
                .lines()
                .map(line -> line.startsWith(column) ? line.substring(column.length()) : line.stripLeading())
                .reduce((above, next) -> above + "\n" + next)
                .orElse("");
    }

    /**
     * Gives a setting a value. Keys that lead to it, and front matter itself, are made where they are missing.
     *
     * @param value a string, number, boolean, list, map or null
     */
    public TextEdit set(List<String> path, @Nullable Object value) {
        return change(copy -> copy.set(path, value), values -> values.set(path, value), false);
    }

    /** Gives a setting a value that is written in YAML already. */
    public TextEdit setYaml(List<String> path, String yaml) {
        String indented = "v:\n" + yaml.lines().map(line -> "  " + line + "\n").reduce("", String::concat);
        Settings read = SettingsReader.read(indented, 0, indented.length());
        if (read.problem() != null) {
            throw new InputException(read.problem().message().replace("the front matter", "this"));
        }
        return change(
                copy -> copy.setYaml(path, yaml),
                values -> values.set(path, read.values().get("v")),
                false);
    }

    /** Takes a setting out, together with the maps and lists that this leaves empty. Changes nothing where there is none. */
    public TextEdit remove(List<String> path) {
        if (placeOf(path).isEmpty()) {
            requireSound();
            return new TextEdit(0, 0, "");
        }
        return change(copy -> copy.remove(path), values -> values.remove(path), false);
    }

    /** Gives a key another name; it keeps its place. */
    public TextEdit rename(List<String> path, String key) {
        List<String> renamed = new ArrayList<>(path.subList(0, path.size() - 1));
        renamed.add(key);
        if (!key.equals(path.getLast()) && placeOf(renamed).isPresent()) {
            throw new InputException("there is a '" + key + "' already: choose another name");
        }
        return change(copy -> copy.rename(path, key), values -> values.rename(path, key), true);
    }

    /**
     * Moves an entry of a map or list to another place in it, together with the comments above it.
     *
     * @param path of the map or list
     * @param from index of the entry, from 0
     * @param to the index it is to have
     */
    public TextEdit move(List<String> path, int from, int to) {
        Object value = value(path);
        int size = value instanceof Map<?, ?> map ? map.size() : value instanceof List<?> list ? list.size() : 0;
        if (from < 0 || to < 0 || from >= size || to >= size) {
            throw new InputException("'" + String.join(".", path) + "' has no entry to move there");
        }
        var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        order.add(to, order.remove(from));
        return change(copy -> copy.reorder(path, order), values -> values.reorder(path, order), true);
    }

    private TextEdit change(Consumer<WorkingCopy> write, Consumer<PlainValues> reckon, boolean ordered) {
        requireSound();
        var copy = new WorkingCopy(text, settings.values());
        write.accept(copy);
        var expected = new PlainValues(settings.values());
        reckon.accept(expected);
        String after = copy.text();
        FileLayout now = FileLayout.of(after);
        boolean sound = read(after, now).problem() == null
                && expected.matches(read(after, now).values(), ordered)
                && after.substring(now.bodyStart()).equals(text.substring(bodyStart()));
        if (!sound) {
            throw new InputException(
                    "this cannot be changed here without changing something else: change it in the text");
        }
        return TextEdit.between(text, after);
    }

    private int bodyStart() {
        int at = layout.bodyStart();
        while (!layout.hasFrontMatter() && at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void requireSound() {
        problem().ifPresent(why -> {
            throw new InputException(why);
        });
    }

    private static Settings read(String text, FileLayout layout) {
        return layout.hasFrontMatter() && layout.closed()
                ? SettingsReader.read(text, layout.yamlStart(), layout.yamlEnd())
                : Settings.EMPTY;
    }
}
