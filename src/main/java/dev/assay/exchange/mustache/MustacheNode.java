package dev.assay.exchange.mustache;

import java.util.List;

/** A part of a mustache template. */
sealed interface MustacheNode {

    /** Text as it is. */
    record Text(String text) implements MustacheNode {}

    /** A value; {@code .} is the way of no names. */
    record Variable(List<String> names) implements MustacheNode {}

    /**
     * A stretch that depends on a value.
     *
     * @param inverted printed where the value is empty
     */
    record Section(List<String> names, boolean inverted, List<MustacheNode> body, int offset) implements MustacheNode {}

    /** Another template. */
    record Partial(String name, int offset) implements MustacheNode {}

    /** A remark. */
    record Comment(String text) implements MustacheNode {}
}
