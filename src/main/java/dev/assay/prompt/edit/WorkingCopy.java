package dev.assay.prompt.edit;

import dev.assay.llm.InputException;
import dev.assay.prompt.frontmatter.FileLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A prompt file's text while its settings are changed, one change after the other. */
final class WorkingCopy {
    private static final int STEP = 2;

    private final Map<String, Object> before;
    private final String eol;
    private String text;

    /** @param values as the text reads */
    WorkingCopy(String text, Map<String, Object> values) {
        this.text = text;
        this.before = values;
        this.eol = TextLines.eol(text);
    }

    String text() {
        return text;
    }

    /** The value at a path, or null where nothing stands there. */
    @Nullable
    YamlNode find(List<String> path) {
        YamlNode node = root();
        for (String step : path) {
            node = node instanceof YamlNode.Branch branch ? child(branch, step) : null;
        }
        return node;
    }

    private static @Nullable YamlNode child(YamlNode.Branch branch, String step) {
        OptionalInt index = branch.indexOf(step);
        return index.isPresent() ? branch.children().get(index.getAsInt()).value() : null;
    }

    private @Nullable YamlNode root() {
        var layout = FileLayout.of(text);
        return layout.hasFrontMatter() ? YamlTree.read(text, layout.yamlStart(), layout.yamlEnd()) : null;
    }

    /** Gives a path a value; what leads to it is made where it is missing. Maps and lists are changed entry by entry. */
    void set(List<String> path, @Nullable Object value) {
        YamlNode old = find(path);
        if (old == null) {
            add(path, value);
        } else if (PlainValues.same(PlainValues.at(before, path), value) && old.start() < old.end()) {
            return;
        } else if (old instanceof YamlNode.Branch branch
                && branch.mapping()
                && value instanceof Map<?, ?> map
                && !map.isEmpty()) {
            setMap(path, branch, map);
        } else if (old instanceof YamlNode.Branch branch
                && !branch.mapping()
                && value instanceof List<?> list
                && !list.isEmpty()) {
            setList(path, list);
        } else {
            replace(path, old, value);
        }
    }

    private void setMap(List<String> path, YamlNode.Branch old, Map<?, ?> value) {
        value.forEach((key, one) -> set(append(path, String.valueOf(key)), one));
        for (YamlNode.Child child : old.children()) {
            if (!value.containsKey(child.key())) {
                remove(append(path, String.valueOf(child.key())));
            }
        }
    }

    /** What is equal at both ends stays; between them elements are changed in place. */
    private void setList(List<String> path, List<?> value) {
        List<?> old = PlainValues.at(before, path) instanceof List<?> list ? list : List.of();
        int shorter = Math.min(old.size(), value.size());
        int head = 0;
        while (head < shorter && PlainValues.same(old.get(head), value.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && PlainValues.same(fromEnd(old, tail), fromEnd(value, tail))) {
            tail++;
        }
        int changed = shorter - tail;
        for (int i = head; i < changed; i++) {
            set(append(path, String.valueOf(i)), value.get(i));
        }
        for (int i = old.size() - tail - 1; i >= value.size() - tail; i--) {
            remove(append(path, String.valueOf(i)));
        }
        for (int i = old.size() - tail; i < value.size() - tail; i++) {
            guard(path);
            insert((YamlNode.Branch) Objects.requireNonNull(find(path)), i, null, value.get(i));
        }
    }

    private static @Nullable Object fromEnd(List<?> list, int index) {
        return list.get(list.size() - 1 - index);
    }

    private void add(List<String> path, @Nullable Object value) {
        List<String> parentPath = path.subList(0, path.size() - 1);
        YamlNode parent = parentPath.isEmpty() ? root() : find(parentPath);
        if (parent == null && parentPath.isEmpty()) {
            begin(path.getLast(), value);
            return;
        }
        boolean open = parent == null || parent.start() == parent.end() || isNull(parent);
        if (open || parent instanceof YamlNode.Branch empty && empty.children().isEmpty() && !empty.flow()) {
            set(parentPath, path.getLast().equals("0") ? listOf(value) : mapOf(path.getLast(), value));
            return;
        }
        if (!(parent instanceof YamlNode.Branch branch)) {
            throw new InputException("'" + String.join(".", parentPath)
                    + "' holds a single value, so nothing can be put below it: change it in the text");
        }
        guard(parentPath);
        int index = branch.mapping()
                ? KeyOrder.indexFor(parentPath, path.getLast(), branch)
                : branch.children().size();
        insert(branch, index, branch.mapping() ? path.getLast() : null, value);
    }

    private boolean isNull(YamlNode node) {
        String written = text.substring(node.start(), node.end());
        return written.equals("~") || written.equals("null");
    }

    private static Map<String, @Nullable Object> mapOf(String key, @Nullable Object value) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put(key, value);
        return map;
    }

    private static List<@Nullable Object> listOf(@Nullable Object value) {
        var list = new ArrayList<@Nullable Object>();
        list.add(value);
        return list;
    }

    private void insert(YamlNode.Branch branch, int index, @Nullable String key, @Nullable Object value) {
        if (branch.flow()) {
            String written = writer().inline(value, true, YamlNode.Style.PLAIN);
            String entry = key == null ? written : writer().key(key, true, YamlNode.Style.PLAIN) + ": " + written;
            text = new FlowText(text, branch).insert(index, entry);
            return;
        }
        var block = new BlockText(text, eol, branch);
        text = block.insert(index, lines(key, value, block.column()));
    }

    private List<String> lines(@Nullable String key, @Nullable Object value, int column) {
        YamlWriter.Written written = key == null
                ? writer().behindDash(value, column, YamlNode.Style.PLAIN)
                : writer().behindKey(value, column, YamlNode.Style.PLAIN);
        String first = (key == null ? "-" : writer().key(key, false, YamlNode.Style.PLAIN) + ":")
                + (written.head().isEmpty() ? "" : " " + written.head());
        return Stream.concat(Stream.of(first), written.lines().stream()).toList();
    }

    /** The first setting of a file; without front matter it gets some. */
    private void begin(String key, @Nullable Object value) {
        String entry = String.join(eol, lines(key, value, 0)) + eol;
        var layout = FileLayout.of(text);
        if (layout.hasFrontMatter()) {
            int at = layout.yamlEnd();
            text = text.substring(0, at) + entry + text.substring(at);
        } else {
            int at = text.startsWith("\ufeff") ? 1 : 0;
            text = text.substring(0, at) + "---" + eol + entry + "---" + eol + text.substring(at);
        }
    }

    private void replace(List<String> path, YamlNode old, @Nullable Object value) {
        guard(path);
        var parent = (YamlNode.Branch) parentOf(path);
        YamlNode.Child child =
                parent.children().get(parent.indexOf(path.getLast()).orElseThrow());
        YamlNode.Style style = old instanceof YamlNode.Scalar scalar ? scalar.style() : YamlNode.Style.PLAIN;
        var replacement = new ValueText(text, eol, child);
        if (parent.flow()) {
            text = replacement.inFlow(writer().inline(value, true, style));
            return;
        }
        int column = TextLines.column(text, parent.children().getFirst().start());
        text = replacement.inBlock(
                parent.mapping() ? writer().behindKey(value, column, style) : writer().behindDash(value, column, style),
                column,
                true);
    }

    /** Puts YAML as it is written behind a key. */
    void setYaml(List<String> path, String yaml) {
        if (find(path) == null) {
            set(path, "");
        }
        guard(path);
        var parent = (YamlNode.Branch) parentOf(path);
        if (parent.flow()) {
            throw new InputException("'" + String.join(".", path)
                    + "' stands between brackets, where only values of one line fit: change it in the text");
        }
        YamlNode.Child child =
                parent.children().get(parent.indexOf(path.getLast()).orElseThrow());
        int column = TextLines.column(text, parent.children().getFirst().start());
        String pad = " ".repeat(column + STEP);
        List<String> lines =
                yaml.strip().equals(yaml.stripTrailing()) && yaml.lines().count() < 2
                        ? List.of()
                        : yaml.stripTrailing()
                                .lines()
                                .map(line -> line.isBlank() ? "" : pad + line)
                                .toList();
        var written = new YamlWriter.Written(lines.isEmpty() ? yaml.strip() : "", lines);
        text = new ValueText(text, eol, child).inBlock(written, column, false);
    }

    /** Takes a key or an element out, and what this leaves empty. */
    void remove(List<String> path) {
        guard(path);
        var parent = (YamlNode.Branch) parentOf(path);
        int index = parent.indexOf(path.getLast()).orElseThrow();
        if (parent.children().size() == 1 && path.size() > 1) {
            remove(path.subList(0, path.size() - 1));
        } else {
            text = parent.flow()
                    ? new FlowText(text, parent).remove(index)
                    : new BlockText(text, eol, parent).remove(index);
        }
    }

    void rename(List<String> path, String key) {
        var parent = (YamlNode.Branch) parentOf(path);
        YamlNode.Child child =
                parent.children().get(parent.indexOf(path.getLast()).orElseThrow());
        String old = text.substring(child.start(), child.keyEnd());
        YamlNode.Style style = old.startsWith("\"")
                ? YamlNode.Style.DOUBLE
                : old.startsWith("'") ? YamlNode.Style.SINGLE : YamlNode.Style.PLAIN;
        text = text.substring(0, child.start())
                + writer().key(key, parent.flow(), style)
                + text.substring(child.keyEnd());
    }

    void reorder(List<String> path, List<Integer> order) {
        if (find(path) instanceof YamlNode.Branch branch) {
            guard(path);
            text = branch.flow()
                    ? new FlowText(text, branch).reorder(order)
                    : new BlockText(text, eol, branch).reorder(order);
        }
    }

    private YamlNode parentOf(List<String> path) {
        List<String> above = path.subList(0, path.size() - 1);
        YamlNode parent = above.isEmpty() ? root() : find(above);
        if (parent instanceof YamlNode.Branch) {
            return parent;
        }
        throw new InputException("There is no '" + String.join(".", path) + "' in the front matter");
    }

    /** A value that stands in two places at once is not changed behind the user's back. */
    private void guard(List<String> path) {
        for (int length = 1; length <= path.size(); length++) {
            List<String> part = path.subList(0, length);
            YamlNode node = find(part);
            if (node != null && (node.pinned() || length == path.size() && YamlNode.anyPinned(node))) {
                throw new InputException("'" + String.join(".", part)
                        + "' is shared by an anchor or alias (&name, *name): change it in the text");
            }
        }
    }

    private static YamlWriter writer() {
        return new YamlWriter(STEP);
    }

    private static List<String> append(List<String> path, String step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }
}
