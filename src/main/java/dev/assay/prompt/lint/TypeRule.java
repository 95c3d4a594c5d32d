package dev.assay.prompt.lint;

import dev.assay.llm.NearestName;
import dev.assay.llm.Role;
import dev.assay.prompt.inputs.SchemaType;
import dev.assay.prompt.source.Problem;
import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Expression.Call;
import dev.assay.prompt.template.Expression.Literal;
import dev.assay.prompt.template.Expression.Path;
import dev.assay.prompt.template.Helper;
import dev.assay.prompt.template.Node;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a template does with a value must be possible with values of the declared type. */
final class TypeRule implements TemplateWalk.Rule {
    /** Nobody reads more, and each takes time with the fields or options there are. */
    private static final int MOST_PROBLEMS = 100;

    private static final int MOST_OPTIONS = 100_000;

    private final Consumer<Problem> problems;
    private int told;
    private int looks;

    TypeRule(Consumer<Problem> problems) {
        this.problems = problems;
    }

    @Override
    public void output(Call call, Place place, Role role, Node site, String partial) {
        if (!partial.isEmpty()) {
            return;
        }
        if (TemplateWalk.helper(call, place).isEmpty()) {
            fields(call.target(), place);
            SchemaType type = place.of(call.target()).type();
            boolean fields = isSole(type, "object") || (isSole(type, "array") && isSole(type.element(), "object"));
            if (fields) {
                tell(
                        call.target(),
                        "is " + type.words() + " and has no text of its own: name a field of it, or write" + " {{json "
                                + call.target().text() + "}}");
            }
        } else {
            call.arguments().forEach(argument -> fields(argument, place));
            call.named().forEach(named -> fields(named.value(), place));
        }
    }

    @Override
    public void branch(Call call, Place place) {
        call.arguments().forEach(argument -> fields(argument, place));
        Helper helper = Helper.find(call.target().text()).orElse(null);
        if (helper == Helper.EACH && call.arguments().getFirst() instanceof Path path) {
            SchemaType type = place.of(path).type();
            if (isScalar(type)) {
                tell(
                        path,
                        "is " + type.words() + ", which {{#each}} cannot walk: declare '" + last(path)
                                + "(array)', or write {{#if " + path.text() + "}}");
            }
        } else if (helper == Helper.IF_EQUALS || helper == Helper.UNLESS_EQUALS) {
            List<Expression> both = call.arguments();
            if (both.size() == 2) {
                compared(both.get(0), both.get(1), place);
                compared(both.get(1), both.get(0), place);
            }
        }
    }

    private void compared(Expression value, Expression other, Place place) {
        if (!(value instanceof Path path) || !(other instanceof Literal literal) || literal.value() == null) {
            return;
        }
        SchemaType type = place.of(path).type();
        String sole = type.sole();
        boolean possible = sole == null
                || switch (sole) {
                    case "enum" -> isOption(type, literal.value());
                    case "string" -> literal.value() instanceof String;
                    case "number", "integer" -> literal.value() instanceof Number;
                    case "boolean" -> literal.value() instanceof Boolean;
                    default -> false;
                };
        if (!possible) {
            String written =
                    literal.value() instanceof String text ? "\"" + text + "\"" : String.valueOf(literal.value());
            tell(
                    path,
                    "is " + type.words() + " and never equals " + written
                            + NearestName.hint(String.valueOf(literal.value()), type.options()));
        }
    }

    private boolean isOption(SchemaType type, Object value) {
        if (!(type.schema().get("enum") instanceof List<?> options)) {
            return true;
        }
        looks += options.size();
        return looks > MOST_OPTIONS
                || options.stream()
                        .anyMatch(option -> option instanceof Number a && value instanceof Number b
                                ? a.doubleValue() == b.doubleValue()
                                : value.equals(option));
    }

    /** Each name of a path must be a field of what stands before it. */
    private void fields(Expression expression, Place place) {
        if (!(expression instanceof Path path) || path.data()) {
            return;
        }
        for (int i = place.beginsInside(path) ? 0 : 1; i < path.names().size(); i++) {
            SchemaType type = place.of(path, i).type();
            String name = path.names().get(i);
            if (type.schema().isEmpty()) {
                return;
            }
            String before = i == 0 ? "this" : String.join(".", path.names().subList(0, i));
            String mend = i == 0 && path.isSimpleStart() ? "; for a value outside the block write ../" + name : "";
            if (name.equals("length") && !isSole(type, "object")) {
                return;
            }
            if (isScalar(type)) {
                tell(path, before, "is " + type.words() + " and has no field '" + name + "'" + mend);
                return;
            }
            if (isClosed(type) && !type.has(name)) {
                tell(
                        path,
                        before,
                        "has no field '" + name + "' in the schema: it has "
                                + SchemaType.listed(type.fields().keySet())
                                + NearestName.hint(name, type.fields().keySet())
                                + mend);
                return;
            }
        }
    }

    private static boolean isClosed(SchemaType type) {
        return isSole(type, "object") && Boolean.FALSE.equals(type.schema().get("additionalProperties"));
    }

    private static boolean isScalar(SchemaType type) {
        @Nullable String sole = type.sole();
        return sole != null && !sole.equals("array") && !sole.equals("object");
    }

    private static boolean isSole(SchemaType type, String name) {
        return name.equals(type.sole());
    }

    private static String last(Path path) {
        return path.names().isEmpty() ? path.text() : path.names().getLast();
    }

    private void tell(Path path, String what) {
        tell(path, path.text(), what);
    }

    private void tell(Path path, String name, String what) {
        if (++told <= MOST_PROBLEMS) {
            problems.accept(new Problem("schema-type-mismatch", "'" + name + "' " + what, path.start(), path.end()));
        }
    }
}
