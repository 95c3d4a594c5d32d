package dev.assay.prompt.print;

import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Expression.Literal;
import dev.assay.prompt.template.Expression.Named;
import dev.assay.prompt.template.Expression.Path;
import dev.assay.prompt.template.Expression.SubExpression;
import dev.assay.prompt.template.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tree without positions: what two templates must have in common to mean the same. Texts side by side are one. */
final class Plain {
    private Plain() {}

    static List<Node> nodes(List<Node> nodes) {
        var plain = new ArrayList<Node>();
        for (Node node : nodes) {
            switch (node) {
                case Node.Text text -> addText(plain, text.text());
                case Node.Output output -> plain.add(new Node.Output(0, 0, call(output.call())));
                case Node.Comment comment -> plain.add(new Node.Comment(0, 0));
                case Node.Partial partial ->
                    plain.add(new Node.Partial(
                            0,
                            0,
                            value(partial.name()),
                            partial.context() == null ? null : value(partial.context()),
                            named(partial.named()),
                            partial.indent()));
                case Node.Block block ->
                    plain.add(new Node.Block(
                            0, 0, block.branches().stream().map(Plain::branch).toList()));
            }
        }
        return plain;
    }

    private static void addText(List<Node> plain, String text) {
        String before = !plain.isEmpty() && plain.getLast() instanceof Node.Text last ? last.text() : "";
        if (!before.isEmpty()) {
            plain.removeLast();
        }
        plain.add(new Node.Text(0, 0, before + text));
    }

    private static Node.Branch branch(Node.Branch branch) {
        @Nullable Call call = branch.call() == null ? null : call(branch.call());
        return new Node.Branch(call, branch.parameters(), nodes(branch.body()));
    }

    private static Call call(Call call) {
        List<Expression> arguments = call.arguments().stream().map(Plain::value).toList();
        return new Call(0, 0, (Path) value(call.target()), arguments, named(call.named()));
    }

    private static List<Named> named(List<Named> named) {
        return named.stream()
                .map(one -> new Named(0, 0, one.name(), value(one.value())))
                .toList();
    }

    private static Expression value(Expression expression) {
        return switch (expression) {
            case Path path -> new Path(0, 0, path.text(), path.data(), path.depth(), path.scoped(), path.names());
            case Literal literal -> new Literal(0, 0, literal.value());
            case SubExpression computed -> new SubExpression(0, 0, call(computed.call()));
        };
    }
}
