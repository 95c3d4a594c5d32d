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
 * @param strict whether any other missing input that is printed is an error
 * @param budget pays for JSON, also where it is not printed
 */
record Lookup(Template template, Set<String> optional, boolean strict, Budget budget) {

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
        if (strict
                && expression instanceof Path path
                && !path.data()
                && !path.names().isEmpty()) {
            requireGiven(path, scope);
        }
        return ask(expression, scope);
    }

    private void requireGiven(Path path, Scope scope) {
        String name = path.names().getFirst();
        boolean parameter = path.isSimpleStart() && scope.names(name);
        Scope start = scope.up(path.depth());
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
            default -> {
                Object key = ask(arguments.get(1), scope);
                yield key instanceof Map || key instanceof List
                        ? null
                        : Values.member(ask(arguments.get(0), scope), key(key));
            }
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
        String json = value == null && !strict && isMissing(call.arguments().getFirst(), scope)
                ? "undefined"
                : JsonText.of(value, blanks);
        budget.spend(json.length(), template, call.start());
        return json;
    }

    /** Whether a name leads to no value at all, rather than to null. */
    private static boolean isMissing(Expression expression, Scope scope) {
        return expression instanceof Path path
                && path.names().size() == 1
                && scope.up(path.depth()) instanceof Scope start
                && !(start.value() instanceof Map<?, ?> map
                        && map.containsKey(path.names().getFirst()));
    }

    private static String key(@Nullable Object value) {
        return value instanceof Number number ? Values.print(number) : String.valueOf(value);
    }

    private static @Nullable Object follow(Path path, Scope scope) {
        List<String> names = path.names();
        Frame holder = holder(path, scope);
        Object value;
        if (holder != null) {
            value = holder.get(names.getFirst());
        } else {
            Scope start = path.data() ? null : scope.up(path.depth());
            value = start == null ? null : start.value();
        }
        for (int i = holder == null ? 0 : 1; i < names.size() && value != null; i++) {
            value = Values.member(value, names.get(i));
        }
        return value;
    }

    /** The frame that has the first name of an {@code @} value or of a block parameter, or null. */
    private static @Nullable Frame holder(Path path, Scope scope) {
        if (path.names().isEmpty()) {
            return null;
        }
        String first = path.names().getFirst();
        if (path.data()) {
            return Frame.holding(up(scope.loop(), path.depth()), first);
        }
        return path.isSimpleStart() ? Frame.holding(scope.names(), first) : null;
    }

    private static @Nullable Frame up(Frame frame, int levels) {
        Frame found = frame;
        for (int i = 0; i < levels && found != null; i++) {
            found = found.outer();
        }
        return found;
    }
}
