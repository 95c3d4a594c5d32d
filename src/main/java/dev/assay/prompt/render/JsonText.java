package dev.assay.prompt.render;

import dev.assay.llm.InputException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON, exactly as JavaScript's {@code JSON.stringify} does; maps keep their order. */
public final class JsonText {
    private static final int DEEPEST = 200;

    private final StringBuilder out = new StringBuilder();
    private final String indent;

    private JsonText(String indent) {
        this.indent = indent;
    }

    /** The value as JSON on one line. */
    public static String of(@Nullable Object value) {
        return of(value, "");
    }

    /**
     * The value as JSON.
     *
     * @param indent what each level is indented by; nothing keeps it on one line
     * @throws InputException where the value is nested too deep
     */
    public static String of(@Nullable Object value, String indent) {
        var json = new JsonText(indent);
        json.write(value, 0);
        return json.out.toString();
    }

    private void write(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new InputException("A value is nested more than " + DEEPEST + " deep: flatten it");
        }
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case Number number -> out.append(Double.isFinite(number.doubleValue()) ? Values.print(number) : "null");
            case Map<?, ?> map -> writeMap(map, depth);
            case List<?> list -> writeList(list, depth);
            default -> quote(value.toString());
        }
    }

    private void writeMap(Map<?, ?> map, int depth) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            var entry = entries.next();
            newLine(depth + 1);
            quote(String.valueOf(entry.getKey()));
            out.append(indent.isEmpty() ? ":" : ": ");
            write(entry.getValue(), depth + 1);
            out.append(entries.hasNext() ? "," : "");
        }
        close('}', map.isEmpty(), depth);
    }

    private void writeList(List<?> list, int depth) {
        out.append('[');
        Iterator<?> elements = list.iterator();
        while (elements.hasNext()) {
            newLine(depth + 1);
            write(elements.next(), depth + 1);
            out.append(elements.hasNext() ? "," : "");
        }
        close(']', list.isEmpty(), depth);
    }

    private void close(char bracket, boolean empty, int depth) {
        if (!empty) {
            newLine(depth);
        }
        out.append(bracket);
    }

    private void newLine(int depth) {
        if (!indent.isEmpty()) {
            out.append('\n').repeat(indent, depth);
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ' || isLoneSurrogate(text, i)) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
