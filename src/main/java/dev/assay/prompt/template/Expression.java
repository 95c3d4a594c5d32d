package dev.assay.prompt.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in a tag that has a value. */
public sealed interface Expression {

    /** Offset of the first character in the file. */
    int start();

    /** Offset after the last character. */
    int end();

    /**
     * A way to a value: {@code a.b}, {@code this}, {@code ../x}, {@code @index}, {@code list.[odd key]}.
     *
     * @param text as written
     * @param data begins with {@code @}
     * @param depth how many {@code ../} it begins with
     * @param scoped begins with {@code this}, {@code .} or {@code ..}, so that it is never a helper
     * @param names the names to follow; empty for {@code this}
     */
    record Path(int start, int end, String text, boolean data, int depth, boolean scoped, List<String> names)
            implements Expression {
        public Path {
            names = List.copyOf(names);
        }

        /** Whether this is one bare name, which may be a helper. */
        public boolean isSimple() {
            return isSimpleStart() && names.size() == 1;
        }

        /** Whether this begins with a bare name, which a block parameter may hide. */
        public boolean isSimpleStart() {
            return !data && depth == 0 && !scoped && !names.isEmpty();
        }
    }

    /**
     * A value written out.
     *
     * @param value a string, long, double or boolean, or null for {@code null} and {@code undefined}
     */
    record Literal(int start, int end, @Nullable Object value) implements Expression {}

    /** A call in parentheses. */
    record SubExpression(int start, int end, Call call) implements Expression {}

    /**
     * What is called or looked up in a tag, with its arguments.
     *
     * @param target the helper or value
     * @param arguments by position
     * @param named by name
     */
    record Call(int start, int end, Path target, List<Expression> arguments, List<Named> named) {
        public Call {
            arguments = List.copyOf(arguments);
            named = List.copyOf(named);
        }

        /** Whether anything is passed. */
        public boolean hasArguments() {
            return !arguments.isEmpty() || !named.isEmpty();
        }

        /** The value passed under a name, or null. */
        public @Nullable Expression named(String name) {
            return named.stream()
                    .filter(one -> one.name().equals(name))
                    .map(Named::value)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** An argument passed by name: {@code name=value}. */
    record Named(int start, int end, String name, Expression value) {}
}
