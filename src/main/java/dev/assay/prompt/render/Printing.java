package dev.assay.prompt.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a value into the text that a tag prints. */
public final class Printing {
    private static final int DEEPEST = 200;

    private Printing() {}

    /**
     * The text; nothing for null, elements joined by commas for lists, empty where there is a map in it.
     *
     * @param maps whether maps are printed as JavaScript does, of no use to anyone
     */
    public static Optional<String> of(@Nullable Object value, boolean maps) {
        if (value instanceof String text) {
            return Optional.of(text);
        }
        var out = new StringBuilder();
        return print(value, out, maps, 0) ? Optional.of(out.toString()) : Optional.empty();
    }

    private static boolean print(@Nullable Object value, StringBuilder out, boolean maps, int depth) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> {
                out.append("[object Object]");
                return maps;
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    if (depth > DEEPEST || !print(list.get(i), out, maps, depth + 1)) {
                        return false;
                    }
                }
            }
            case Number number -> out.append(Values.print(number));
            default -> out.append(value);
        }
        return true;
    }
}
