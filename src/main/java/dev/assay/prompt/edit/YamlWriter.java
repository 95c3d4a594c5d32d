package dev.assay.prompt.edit;

import dev.assay.prompt.frontmatter.SettingsReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values as YAML: strings are quoted exactly where they would otherwise be read as something else. */
final class YamlWriter {
    private static final int LONGEST_FLOW = 80;

    private final int step;

    /** @param step blanks by which a nested value is indented */
    YamlWriter(int step) {
        this.step = step;
    }

    /**
     * A value as it stands behind a key or dash.
     *
     * @param head on the same line; empty where everything stands below
     * @param lines below, indented to where the key or dash stands plus one step
     */
    record Written(String head, List<String> lines) {}

    /** A value behind a key that stands at a column. */
    Written behindKey(@Nullable Object value, int column, YamlNode.Style style) {
        if (value instanceof String text && text.indexOf('\n') >= 0) {
            return literal(text, column);
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return new Written("", entries(map, column + step));
        }
        if (value instanceof List<?> list && !isShort(list)) {
            return new Written("", items(list, column + step));
        }
        return new Written(inline(value, false, style), List.of());
    }

    /** A value behind a dash that stands at a column. */
    Written behindDash(@Nullable Object value, int column, YamlNode.Style style) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return compact(entries(map, column + 2));
        }
        if (value instanceof List<?> list && !isShort(list)) {
            return compact(items(list, column + 2));
        }
        return behindKey(value, column, style);
    }

    private static Written compact(List<String> lines) {
        return new Written(lines.getFirst().strip(), lines.subList(1, lines.size()));
    }

    private List<String> entries(Map<?, ?> map, int column) {
        var lines = new ArrayList<String>();
        map.forEach((key, value) -> {
            Written written = behindKey(value, column, YamlNode.Style.PLAIN);
            lines.add(" ".repeat(column) + key(String.valueOf(key), false, YamlNode.Style.PLAIN) + ":"
                    + (written.head.isEmpty() ? "" : " " + written.head));
            lines.addAll(written.lines);
        });
        return lines;
    }

    private List<String> items(List<?> list, int column) {
        var lines = new ArrayList<String>();
        for (Object item : list) {
            Written written = behindDash(item, column, YamlNode.Style.PLAIN);
            lines.add(" ".repeat(column) + "- " + written.head);
            lines.addAll(written.lines);
        }
        return lines;
    }

    /** Lists of a few words stand in one line. */
    private boolean isShort(List<?> list) {
        boolean nested = list.stream()
                .anyMatch(item -> item instanceof Map
                        || item instanceof List
                        || String.valueOf(item).contains("\n"));
        return list.isEmpty()
                || !nested && inline(list, false, YamlNode.Style.PLAIN).length() <= LONGEST_FLOW;
    }

    /** A text of several lines, as it is; in quotes where it cannot stand so. */
    private Written literal(String text, int column) {
        String body = text.stripTrailing().isEmpty() ? "" : text;
        String kept = body.endsWith("\n\n") ? "+" : body.endsWith("\n") ? "" : "-";
        String indicator = "|" + (body.startsWith(" ") || body.startsWith("\n") ? String.valueOf(step) : "") + kept;
        String content = kept.equals("-") ? body : body.substring(0, Math.max(0, body.length() - 1));
        List<String> lines = content.lines()
                .map(line -> line.isEmpty() ? "" : " ".repeat(column + step) + line)
                .toList();
        var written = new Written(indicator, lines);
        String probe = " ".repeat(column) + "k: " + indicator + "\n" + String.join("\n", lines) + "\n";
        boolean exact = !body.isEmpty() && text.equals(readBack(probe, "k"));
        return exact ? written : new Written(doubleQuoted(text), List.of());
    }

    /**
     * A value in one line.
     *
     * @param flow whether it stands between brackets
     * @param style how a string was written before
     */
    String inline(@Nullable Object value, boolean flow, YamlNode.Style style) {
        return switch (value) {
            case null -> "null";
            case String text -> string(text, flow, style);
            case BigDecimal number -> number.toPlainString();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> key(String.valueOf(entry.getKey()), true, YamlNode.Style.PLAIN) + ": "
                                + inline(entry.getValue(), true, YamlNode.Style.PLAIN))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                list.stream()
                        .map(item -> inline(item, true, YamlNode.Style.PLAIN))
                        .collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    /** A key. */
    String key(String name, boolean flow, YamlNode.Style style) {
        String probe = flow ? "{" + name + ": 1}" : name + ": 1";
        boolean plain = !name.isEmpty()
                && !name.contains("\n")
                && !name.startsWith("<<")
                && SettingsReader.read(probe, 0, probe.length())
                        .values()
                        .keySet()
                        .equals(java.util.Set.of(name));
        return plain && style != YamlNode.Style.SINGLE && style != YamlNode.Style.DOUBLE ? name : quoted(name, style);
    }

    private static String string(String text, boolean flow, YamlNode.Style style) {
        boolean wasQuoted = style == YamlNode.Style.SINGLE || style == YamlNode.Style.DOUBLE;
        return wasQuoted || !isPlain(text, flow) ? quoted(text, style) : text;
    }

    private static boolean isPlain(String text, boolean flow) {
        if (text.isEmpty() || text.indexOf('\n') >= 0) {
            return false;
        }
        return text.equals(readBack("k: " + text + " # c\n", "k"))
                && (!flow || text.equals(readBack("k: {k: " + text + ", l: 1}\n", "k", "k")));
    }

    private static @Nullable Object readBack(String yaml, String... path) {
        Object value = SettingsReader.read(yaml, 0, yaml.length()).values();
        for (String step : path) {
            value = value instanceof Map<?, ?> map && map.size() <= 2 ? map.get(step) : null;
        }
        return value;
    }

    private static String quoted(String text, YamlNode.Style style) {
        boolean special = text.chars().anyMatch(YamlWriter::isSpecial);
        boolean easier = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 && text.indexOf('\\') < 0;
        return special || style == YamlNode.Style.DOUBLE || easier && style != YamlNode.Style.SINGLE
                ? doubleQuoted(text)
                : "'" + text.replace("'", "''") + "'";
    }

    private static String doubleQuoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(isSpecial(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    /** Characters that do not survive outside of double quotes. */
    private static boolean isSpecial(int c) {
        return c < ' '
                || c == 0x7f
                || c == 0x85
                || c == 0xa0
                || c == 0x2028
                || c == 0x2029
                || c == 0xfeff
                || c >= 0xfffe
                || c > 0x7f && c < 0xa0;
    }
}
