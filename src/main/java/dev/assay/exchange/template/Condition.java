package dev.assay.exchange.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What decides between branches. */
public sealed interface Condition {

    /** The value is neither missing, false, 0 nor empty. */
    record Truthy(Ref ref) implements Condition {}

    /**
     * The value equals a literal.
     *
     * @param literal a text, number or truth value, or null
     */
    record Same(Ref ref, @Nullable Object literal) implements Condition {}

    /** Two values are equal. */
    record SameValues(Ref left, Ref right) implements Condition {}

    /** The opposite. */
    record Not(Condition condition) implements Condition {}

    /** All of them. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }
}
