package dev.assay.prompt.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a value into the text that a tag prints. */
final class Printing {
    private static final int DEEPEST = 200;

    private Printing() {}

    /** The text; nothing for null, elements joined by commas for lists, empty where there is a map in it. */
    static Optional<String> of(@Nullable Object value) {
        var out = new StringBuilder();
        return print(value, out, 0) ? Optional.of(out.toString()) : Optional.empty();
    }

    private static boolean print(@Nullable Object value, StringBuilder out, int depth) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> {
                return false;
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    if (depth > DEEPEST || !print(list.get(i), out, depth + 1)) {
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
