package dev.assay.prompt.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at a place in a template. Immutable.
 *
 * @param value the current {@code this}
 * @param inputs whether {@code value} is the map of the prompt's inputs
 * @param outer the scope that {@code ../} leads to, or null
 * @param loop the {@code @} values
 * @param names the names after {@code as}, or null
 */
record Scope(
        @Nullable Object value,
        boolean inputs,
        @Nullable Scope outer,
        Frame loop,
        @Nullable Frame names) {

    /** The scope inside a block whose {@code this} is {@code inner}; the same one where that does not change. */
    Scope enter(@Nullable Object inner) {
        return inner == value ? this : new Scope(inner, false, this, loop, names);
    }

    Scope withLoop(int index, int size, Object key) {
        return new Scope(value, inputs, outer, new Frame.Loop(index, size, key, loop), names);
    }

    Scope withNames(List<String> parameters, @Nullable Object first, @Nullable Object second) {
        return parameters.isEmpty()
                ? this
                : new Scope(value, inputs, outer, loop, new Frame.Parameters(parameters, first, second, names));
    }

    /** Whether a block parameter has that name. */
    boolean names(String name) {
        return names != null && Frame.holding(names, name) != null;
    }

    /** The scope that many {@code ../} lead to, or null. */
    @Nullable
    Scope up(int levels) {
        Scope found = this;
        for (int i = 0; i < levels && found != null; i++) {
            found = found.outer;
        }
        return found;
    }
}
