package dev.assay.prompt.assist.rename;

import dev.assay.prompt.assist.Declarations.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the names of a dataset's columns stand in its file, so that they can be replaced with every other byte left as it
 * is: in the header of a CSV file, in each object of a JSON Lines file.
 */
final class DatasetColumns {
    private final Map<String, List<Span>> places = new LinkedHashMap<>();

    private DatasetColumns() {}

    static DatasetColumns of(String path, String text) {
        var columns = new DatasetColumns();
        String ending = path.toLowerCase(Locale.ROOT);
        int start = text.startsWith("\ufeff") ? 1 : 0;
        if (ending.endsWith(".jsonl") || ending.endsWith(".ndjson")) {
            columns.json(text, start);
        } else {
            columns.csv(text, start);
        }
        return columns;
    }

    /** The places of a name; empty where there is no such column. */
    List<Span> places(String name) {
        return places.getOrDefault(name, List.of());
    }

    private void add(String name, int start, int end) {
        places.computeIfAbsent(name, one -> new ArrayList<>()).add(new Span(start, end));
    }

    private void csv(String text, int from) {
        int start = from;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = start;
        boolean quoted = false;
        while (end < text.length() && (quoted || text.charAt(end) != '\n' && text.charAt(end) != '\r')) {
            quoted ^= text.charAt(end) == '"';
            end++;
        }
        char separator = separator(text.substring(start, end));
        int field = start;
        boolean inside = false;
        for (int i = start; i <= end; i++) {
            if (i == end || !inside && text.charAt(i) == separator) {
                field(text, field, i);
                field = i + 1;
            } else {
                inside ^= text.charAt(i) == '"';
            }
        }
    }

    private void field(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && (text.charAt(start) == '"' || Character.isWhitespace(text.charAt(start)))) {
            start++;
        }
        while (end > start && (text.charAt(end - 1) == '"' || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        add(text.substring(start, end), start, end);
    }

    /** The separator that the header uses most outside quotes; a comma where there is only one column. */
    private static char separator(String header) {
        char best = ',';
        long most = 0;
        String bare = header.replaceAll("\"[^\"]*\"", "");
        for (char one : new char[] {',', ';', '\t'}) {
            long count = bare.chars().filter(c -> c == one).count();
            if (count > most) {
                best = one;
                most = count;
            }
        }
        return best;
    }

    /** Keys of the outermost objects: strings at depth one before a colon. */
    private void json(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                int close = stringEnd(text, i);
                if (depth == 1 && isKey(text, close + 1)) {
                    add(unescape(text.substring(i + 1, close)), i + 1, close);
                }
                i = close;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
    }

    private static int stringEnd(String text, int open) {
        int i = open + 1;
        while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length() - 1);
    }

    private static boolean isKey(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == ':';
    }

    private static String unescape(String key) {
        var plain = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            boolean unicode = key.startsWith("\\u", i) && key.substring(i).matches("(?s)\\\\u[0-9a-fA-F]{4}.*");
            if (unicode) {
                plain.append((char) Integer.parseInt(key.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (key.charAt(i) != '\\') {
                plain.append(key.charAt(i));
            }
        }
        return plain.toString();
    }
}
