package dev.assay.exchange.syntax;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows names into values. */
public final class Members {
    private Members() {}

    /** The value at the end of the way, or null where a step is missing. */
    public static @Nullable Object follow(@Nullable Object start, List<String> names) {
        Object value = start;
        for (String name : names) {
            value = switch (value) {
                case Map<?, ?> map -> map.get(name);
                case List<?> list ->
                    name.matches("\\d{1,6}") && Integer.parseInt(name) < list.size()
                            ? list.get(Integer.parseInt(name))
                            : null;
                case null -> null;
                default -> null;
            };
        }
        return value;
    }
}
