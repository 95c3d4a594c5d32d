package dev.assay.exchange.jinja;

import java.util.List;

/** A part of a Jinja template. */
sealed interface JinjaNode {

    /** Text as it is. */
    record Text(String text) implements JinjaNode {}

    /** A value printed; {@code source} is the tag as written. */
    record Output(JinjaExpression expression, String source, int offset) implements JinjaNode {}

    /** Branches by condition; the source is the whole block as written. */
    record If(List<Branch> branches, List<JinjaNode> otherwise, String source, int offset) implements JinjaNode {}

    /** A condition and what is printed where it holds. */
    record Branch(JinjaExpression condition, List<JinjaNode> body) {}

    /**
     * The body for each element.
     *
     * @param names one for the element, or two for key and value
     */
    record For(
            List<String> names,
            JinjaExpression list,
            List<JinjaNode> body,
            List<JinjaNode> otherwise,
            String source,
            int offset)
            implements JinjaNode {}

    /** A remark. */
    record Comment(String text) implements JinjaNode {}

    /** A tag without equivalent, as written. */
    record Unknown(String source, int offset) implements JinjaNode {}
}
