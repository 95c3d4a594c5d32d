package dev.assay.prompt.render;

import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Expression.Path;
import dev.assay.prompt.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of an expression.
 *
 * @param optional inputs that may be missing without being an error
 */
record Lookup(Template template, Set<String> optional) {

    /** The value; null where it is missing. For conditions, which are there to ask. */
    @Nullable
    Object ask(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.SubExpression computed -> compute(computed.call(), scope);
            case Path path -> follow(path, scope);
        };
    }

    /** The value; throws where it is an input that nobody has given. For what is printed. */
    @Nullable
    Object require(Expression expression, Scope scope) {
        if (expression instanceof Path path && !path.data() && !path.names().isEmpty()) {
            requireGiven(path, scope);
        }
        return ask(expression, scope);
    }

    private void requireGiven(Path path, Scope scope) {
        String name = path.names().getFirst();
        boolean parameter =
                path.isSimpleStart() && scope.names() != null && scope.names().holding(name) != null;
        Scope start = up(scope, path.depth());
        if (!parameter
                && start != null
                && start.inputs()
                && start.value() instanceof Map<?, ?> given
                && !given.containsKey(name)
                && !optional.contains(name)) {
            throw template.source()
                    .error(
                            path.start(),
                            "no value for '" + name + "': give one, set input.default in the front matter,"
                                    + " or put it inside {{#if " + name + "}}");
        }
    }

    private @Nullable Object compute(Call call, Scope scope) {
        List<Expression> arguments = call.arguments();
        return switch (call.target().text()) {
            case "json" -> json(call, scope);
            default -> Values.member(ask(arguments.get(0), scope), key(ask(arguments.get(1), scope)));
        };
    }

    /** What {@code {{json value indent=2}}} yields. */
    String json(Call call, Scope scope) {
        Object value = require(call.arguments().getFirst(), scope);
        Expression indent = call.named("indent");
        Object by = indent == null ? null : ask(indent, scope);
        String blanks = switch (by) {
            case null -> "";
            case Number count -> " ".repeat(Math.clamp(count.longValue(), 0, 10));
            default -> by.toString().substring(0, Math.min(10, by.toString().length()));
        };
        return JsonText.of(value, blanks);
    }

    private static String key(@Nullable Object value) {
        return value instanceof Number number ? Values.print(number) : String.valueOf(value);
    }

    private static @Nullable Object follow(Path path, Scope scope) {
        List<String> names = path.names();
        Object value;
        int next = 0;
        if (path.data()) {
            Scope.Frame frame = up(scope.loop(), path.depth());
            Scope.Frame holder = names.isEmpty() || frame == null ? null : frame.holding(names.getFirst());
            value = holder == null ? null : holder.values().get(names.getFirst());
            next = 1;
        } else if (path.isSimpleStart()
                && scope.names() != null
                && scope.names().holding(names.getFirst()) != null) {
            Scope.Frame holder = scope.names().holding(names.getFirst());
            value = holder == null ? null : holder.values().get(names.getFirst());
            next = 1;
        } else {
            Scope start = up(scope, path.depth());
            value = start == null ? null : start.value();
        }
        for (int i = next; i < names.size(); i++) {
            value = Values.member(value, names.get(i));
        }
        return value;
    }

    private static @Nullable Scope up(Scope scope, int levels) {
        Scope found = scope;
        for (int i = 0; i < levels && found != null; i++) {
            found = found.outer();
        }
        return found;
    }

    private static Scope.@Nullable Frame up(Scope.Frame frame, int levels) {
        Scope.Frame found = frame;
        for (int i = 0; i < levels && found != null; i++) {
            found = found.outer();
        }
        return found;
    }
}
