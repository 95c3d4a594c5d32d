package dev.assay.prompt.render;

import java.util.Map;
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

    /**
     * Values by name, those of inner blocks hiding those of outer ones.
     *
     * @param outer the frame around it, or null
     */
    record Frame(
            Map<String, @Nullable Object> values, @Nullable Frame outer) {

        /** The nearest frame that has the name, or null. */
        @Nullable
        Frame holding(String name) {
            Frame frame = this;
            while (frame != null && !frame.values.containsKey(name)) {
                frame = frame.outer;
            }
            return frame;
        }
    }

    /** The scope inside a block whose {@code this} is {@code inner}; the same one where that does not change. */
    Scope enter(@Nullable Object inner) {
        return inner == value ? this : new Scope(inner, false, this, loop, names);
    }

    Scope withLoop(Map<String, @Nullable Object> values) {
        return new Scope(value, inputs, outer, new Frame(values, loop), names);
    }

    Scope withNames(Map<String, @Nullable Object> values) {
        return values.isEmpty() ? this : new Scope(value, inputs, outer, loop, new Frame(values, names));
    }
}
