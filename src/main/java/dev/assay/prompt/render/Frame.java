package dev.assay.prompt.render;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by name, those of inner blocks hiding those of outer ones. */
sealed interface Frame {

    /** The frame around it, or null. */
    @Nullable
    Frame outer();

    boolean holds(String name);

    /** The value of a name that it holds. */
    @Nullable
    Object get(String name);

    /** The nearest frame that has the name, or null. */
    static @Nullable Frame holding(@Nullable Frame from, String name) {
        Frame frame = from;
        while (frame != null && !frame.holds(name)) {
            frame = frame.outer();
        }
        return frame;
    }

    /** The {@code @} values that the caller gives. */
    record Given(Map<String, @Nullable Object> values) implements Frame {
        @Override
        public @Nullable Frame outer() {
            return null;
        }

        @Override
        public boolean holds(String name) {
            return values.containsKey(name);
        }

        @Override
        public @Nullable Object get(String name) {
            return values.get(name);
        }
    }

    /** Where an {@code each} is: {@code @index}, {@code @key}, {@code @first}, {@code @last}. */
    record Loop(int index, int size, Object key, Frame outer) implements Frame {
        @Override
        public boolean holds(String name) {
            return switch (name) {
                case "index", "key", "first", "last" -> true;
                default -> false;
            };
        }

        @Override
        public Object get(String name) {
            return switch (name) {
                case "index" -> index;
                case "first" -> index == 0;
                case "last" -> index == size - 1;
                default -> key;
            };
        }
    }

    /**
     * The names after {@code as}.
     *
     * @param first the element
     * @param second its index or key, or null where the block has none
     */
    record Parameters(
            List<String> names,
            @Nullable Object first,
            @Nullable Object second,
            @Nullable Frame outer) implements Frame {
        @Override
        public boolean holds(String name) {
            return names.getFirst().equals(name)
                    || (names.size() > 1 && names.get(1).equals(name));
        }

        @Override
        public @Nullable Object get(String name) {
            return names.getFirst().equals(name) ? first : second;
        }
    }
}
