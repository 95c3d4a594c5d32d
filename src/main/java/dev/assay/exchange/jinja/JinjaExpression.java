package dev.assay.exchange.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in a Jinja tag that has a value. */
sealed interface JinjaExpression {

    /** A value written out. */
    record Literal(@Nullable Object value) implements JinjaExpression {}

    /** A way to a value. */
    record Name(List<String> names) implements JinjaExpression {
        public Name {
            names = List.copyOf(names);
        }
    }

    /** {@code value | name(arguments)}; arguments that are named count by their place. */
    record Filter(JinjaExpression value, String name, List<JinjaExpression> arguments) implements JinjaExpression {}

    /** {@code value is name}. */
    record Test(JinjaExpression value, String name) implements JinjaExpression {}

    /** {@code left == right}. */
    record Equal(JinjaExpression left, JinjaExpression right) implements JinjaExpression {}

    /** {@code not value}. */
    record Not(JinjaExpression value) implements JinjaExpression {}

    /** {@code left and right}. */
    record And(JinjaExpression left, JinjaExpression right) implements JinjaExpression {}

    /** {@code left or right}. */
    record Or(JinjaExpression left, JinjaExpression right) implements JinjaExpression {}

    /** {@code [a, b]}. */
    record Items(List<JinjaExpression> values) implements JinjaExpression {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** {@code value in list}. */
    record In(JinjaExpression value, JinjaExpression list) implements JinjaExpression {}

    /** {@code left > right} and the like. */
    record Order(JinjaExpression left, String sign, JinjaExpression right) implements JinjaExpression {}

    /** {@code value if condition else otherwise}; without the last it prints nothing. */
    record Inline(JinjaExpression value, JinjaExpression condition, JinjaExpression otherwise)
            implements JinjaExpression {}

    /** Anything else, as written. */
    record Unknown(String source) implements JinjaExpression {}
}
