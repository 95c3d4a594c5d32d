package dev.assay.prompt.edit;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A value of a YAML text with its place. Offsets count from the start of the file. */
sealed interface YamlNode {
    /** Where it begins. */
    int start();

    /** After its last character; blank lines and comments behind it do not belong to it. */
    int end();

    /** Whether it has an anchor or is an alias, so that a change here would change another place too. */
    boolean pinned();

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE,
        DOUBLE,
        BLOCK
    }

    /**
     * A single value.
     *
     * @param start as above
     * @param end equals {@code start} where nothing is written
     * @param pinned as above
     * @param style how it is written
     */
    record Scalar(int start, int end, boolean pinned, Style style) implements YamlNode {}

    /**
     * A map or a list.
     *
     * @param start as above
     * @param end as above
     * @param pinned as above
     * @param mapping whether it is a map
     * @param flow whether it stands in brackets
     * @param children in the order of the text
     */
    record Branch(int start, int end, boolean pinned, boolean mapping, boolean flow, List<Child> children)
            implements YamlNode {
        /** The index of a key, or of an element by its number. */
        OptionalInt indexOf(String step) {
            return IntStream.range(0, children.size())
                    .filter(i -> step.equals(mapping ? children.get(i).key() : String.valueOf(i)))
                    .findFirst();
        }
    }

    /**
     * An entry of a map or an element of a list.
     *
     * @param key null in lists
     * @param start of the key, of the dash, or of the element between brackets
     * @param keyEnd after the key; equals {@code start} in lists
     * @param value what belongs to it
     */
    record Child(@Nullable String key, int start, int keyEnd, YamlNode value) {
        int end() {
            return Math.max(keyEnd, value.end());
        }
    }

    /** Whether this or anything inside has an anchor or is an alias. */
    static boolean anyPinned(YamlNode node) {
        return node.pinned()
                || node instanceof Branch branch
                        && branch.children().stream().anyMatch(child -> anyPinned(child.value()));
    }
}
