package dev.assay.prompt.template;

import dev.assay.prompt.template.Expression.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a parsed template. */
public sealed interface Node {

    /** Offset of the first character in the file. */
    int start();

    /** Offset after the last character. */
    int end();

    /**
     * Text to print as it is.
     *
     * @param text after escapes and white space control
     */
    record Text(int start, int end, String text) implements Node {}

    /** A value to print or an inline helper: {@code {{x}}}. */
    record Output(int start, int end, Call call) implements Node {}

    /**
     * A block with its {@code else} branches: the first branch that applies is rendered.
     *
     * @param branches in order, at least one; only the last may be without condition
     */
    record Block(int start, int end, List<Branch> branches) implements Node {
        public Block {
            branches = List.copyOf(branches);
        }
    }

    /**
     * One branch of a block.
     *
     * @param call the helper that decides, or null for a final {@code else}
     * @param parameters the names after {@code as}
     * @param body what is rendered
     */
    record Branch(@Nullable Call call, List<String> parameters, List<Node> body) {
        public Branch {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /**
     * Another template to render here.
     *
     * @param name a path or literal that is the name, or an expression that yields it
     * @param context the value it sees, or null for the current one
     * @param named values it sees in addition
     * @param indent blanks to put before each of its lines
     */
    record Partial(
            int start,
            int end,
            Expression name,
            @Nullable Expression context,
            List<Expression.Named> named,
            String indent)
            implements Node {
        public Partial {
            named = List.copyOf(named);
        }

        /** The name where it is written out, or null where it is computed. */
        public @Nullable String staticName() {
            return switch (name) {
                case Expression.Path path -> path.text();
                case Expression.Literal literal -> String.valueOf(literal.value());
                case Expression.SubExpression computed -> null;
            };
        }
    }

    /** A remark that is not printed. */
    record Comment(int start, int end) implements Node {}
}
