package dev.assay.exchange.jinja;

import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.Places;
import dev.assay.exchange.template.Condition;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns Jinja into what it means. Used once. */
final class JinjaConversion {
    private static final Set<String> POSITIONS = Set.of("index0", "first", "last");

    private final Places places;
    private final Report.Builder report;
    private final Map<String, Object> defaults = new LinkedHashMap<>();
    private final List<Local> locals = new ArrayList<>();

    /** A name that a loop gives: its element, or its key. */
    private record Local(String name, String element, boolean key) {}

    JinjaConversion(Places places, Report.Builder report) {
        this.places = places;
        this.report = report;
    }

    Map<String, Object> defaults() {
        return defaults;
    }

    List<Part> parts(List<JinjaNode> nodes) {
        List<Part> parts = new ArrayList<>();
        for (JinjaNode node : nodes) {
            switch (node) {
                case JinjaNode.Text text -> parts.add(new Part.Text(text.text()));
                case JinjaNode.Comment comment -> parts.add(new Part.Kept(comment.text()));
                case JinjaNode.Output output -> output(output, parts);
                case JinjaNode.If choice ->
                    choice(choice)
                            .ifPresentOrElse(
                                    parts::add,
                                    () -> keep(
                                            choice.source(),
                                            choice.offset(),
                                            "its condition has no equivalent",
                                            parts));
                case JinjaNode.For loop ->
                    loop(loop)
                            .ifPresentOrElse(
                                    parts::add,
                                    () -> keep(
                                            loop.source(),
                                            loop.offset(),
                                            "what it walks over has no equivalent",
                                            parts));
                case JinjaNode.Unknown unknown ->
                    keep(unknown.source(), unknown.offset(), "it has no equivalent", parts);
            }
        }
        return parts;
    }

    private void keep(String source, int offset, String why, List<Part> parts) {
        parts.add(new Part.Kept(source));
        report.needsHand(places.at(offset), firstLine(source), "kept as a remark: " + why);
    }

    private static String firstLine(String source) {
        String line = source.lines().findFirst().orElse("");
        return line.length() < source.length() ? line + " …" : line;
    }

    private void output(JinjaNode.Output output, List<Part> parts) {
        Optional<List<Part>> printed = printed(output.expression(), output);
        if (printed.isPresent()) {
            parts.addAll(printed.get());
            return;
        }
        Optional<Ref> bare = bare(output.expression());
        bare.ifPresent(ref -> parts.add(new Part.Value(ref)));
        parts.add(new Part.Kept(output.source()));
        report.needsHand(
                places.at(output.offset()),
                output.source(),
                bare.isPresent()
                        ? "became the plain value: give it in the form that the filter made, the source is kept as a remark"
                        : "kept as a remark: it has no equivalent");
    }

    /** The value without what is done to it. */
    private Optional<Ref> bare(JinjaExpression expression) {
        return switch (expression) {
            case JinjaExpression.Filter filter -> bare(filter.value());
            case JinjaExpression.Name name -> ref(name);
            default -> Optional.empty();
        };
    }

    private Optional<List<Part>> printed(JinjaExpression expression, JinjaNode.Output output) {
        return switch (expression) {
            case JinjaExpression.Literal literal ->
                Optional.of(List.of(new Part.Text(literal.value() == null ? "" : String.valueOf(literal.value()))));
            case JinjaExpression.Name name ->
                position(name, output).or(() -> ref(name).map(ref -> List.of(new Part.Value(ref))));
            case JinjaExpression.Filter filter -> filtered(filter, output);
            default -> Optional.empty();
        };
    }

    /** Positions count from 1 there and from 0 here. */
    private Optional<List<Part>> position(JinjaExpression.Name name, JinjaNode.Output output) {
        if (!name.names().equals(List.of("loop", "index")) || locals.isEmpty()) {
            return Optional.empty();
        }
        report.needsHand(
                places.at(output.offset()),
                output.source(),
                "became {{@index}}, which counts from 0: change the text, or put the number into the data");
        return Optional.of(
                List.of(new Part.Value(new Ref(Ref.Kind.INDEX, locals.getLast().element(), List.of()))));
    }

    private Optional<List<Part>> filtered(JinjaExpression.Filter filter, JinjaNode.Output output) {
        Optional<Ref> ref = filter.value() instanceof JinjaExpression.Name name ? ref(name) : Optional.empty();
        switch (filter.name()) {
            case "safe", "string" -> {
                return printed(filter.value(), output);
            }
            case "default", "d" -> {
                return ref.filter(Ref::isInput).flatMap(input -> withDefault(filter, input));
            }
            case "length", "count" -> {
                return ref.map(list -> List.of(new Part.Value(list.then(List.of("length")))));
            }
            case "first" -> {
                return ref.map(list -> List.of(new Part.Value(list.then(List.of("0")))));
            }
            case "dump" -> {
                return ref.map(value -> List.of(new Part.Json(value, indent(filter.arguments()))));
            }
            case "join" -> {
                return ref.map(list -> List.of(joined(list, filter.arguments())));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private Optional<List<Part>> withDefault(JinjaExpression.Filter filter, Ref input) {
        if (filter.arguments().size() != 1
                || !(filter.arguments().getFirst() instanceof JinjaExpression.Literal literal)
                || literal.value() == null) {
            return Optional.empty();
        }
        Object before = defaults.putIfAbsent(input.names().getFirst(), literal.value());
        return before == null || before.equals(literal.value())
                ? Optional.of(List.of(new Part.Value(input)))
                : Optional.empty();
    }

    private static int indent(List<JinjaExpression> arguments) {
        return !arguments.isEmpty()
                        && arguments.getFirst() instanceof JinjaExpression.Literal literal
                        && literal.value() instanceof Long count
                ? (int) Math.clamp(count, 0, 10)
                : 0;
    }

    private static Part joined(Ref list, List<JinjaExpression> arguments) {
        String between = !arguments.isEmpty() && arguments.getFirst() instanceof JinjaExpression.Literal literal
                ? String.valueOf(literal.value())
                : "";
        String element = "item";
        List<Part> body = new ArrayList<>();
        body.add(new Part.Value(Ref.element(element, List.of())));
        if (!between.isEmpty()) {
            body.add(new Part.Choice(
                    List.of(new Part.Branch(
                            new Condition.Not(new Condition.Truthy(new Ref(Ref.Kind.LAST, element, List.of()))),
                            List.of(new Part.Text(between)))),
                    List.of()));
        }
        return new Part.Loop(list, element, null, body, List.of());
    }

    private Optional<Part> choice(JinjaNode.If choice) {
        List<Part.Branch> branches = new ArrayList<>();
        for (JinjaNode.Branch branch : choice.branches()) {
            Optional<Condition> condition = condition(branch.condition());
            boolean several = condition.isPresent() && condition.get() instanceof Condition.All;
            if (condition.isEmpty()
                    || (several
                            && (choice.branches().size() > 1
                                    || !choice.otherwise().isEmpty()))) {
                return Optional.empty();
            }
            branches.add(new Part.Branch(condition.get(), parts(branch.body())));
        }
        return Optional.of(new Part.Choice(branches, parts(choice.otherwise())));
    }

    private Optional<Condition> condition(JinjaExpression expression) {
        return switch (expression) {
            case JinjaExpression.Name name -> ref(name).map(Condition.Truthy::new);
            case JinjaExpression.Test test ->
                test.name().equals("defined") ? definition(test.value()) : Optional.empty();
            case JinjaExpression.Not not ->
                condition(not.value())
                        .filter(inner -> !(inner instanceof Condition.All))
                        .map(inner ->
                                inner instanceof Condition.Not twice ? twice.condition() : new Condition.Not(inner));
            case JinjaExpression.Equal equal -> equal(equal);
            case JinjaExpression.And and ->
                condition(and.left()).flatMap(left -> condition(and.right()).map(right -> both(left, right)));
            default -> Optional.empty();
        };
    }

    /** Whether something is given is asked there, whether it is filled here: the difference is an empty value. */
    private Optional<Condition> definition(JinjaExpression value) {
        if (!(value instanceof JinjaExpression.Name name)) {
            return Optional.empty();
        }
        report.needsHand(
                places.at(0),
                String.join(".", name.names()) + " is defined",
                "became {{#if}}, which an empty value does not pass either");
        return ref(name).map(Condition.Truthy::new);
    }

    private static Condition both(Condition left, Condition right) {
        List<Condition> all = new ArrayList<>(left instanceof Condition.All first ? first.conditions() : List.of(left));
        all.addAll(right instanceof Condition.All second ? second.conditions() : List.of(right));
        return new Condition.All(all);
    }

    private Optional<Condition> equal(JinjaExpression.Equal equal) {
        if (equal.left() instanceof JinjaExpression.Name name) {
            return ref(name).flatMap(left -> switch (equal.right()) {
                case JinjaExpression.Literal literal -> literalOf(left, literal.value());
                case JinjaExpression.Name other -> ref(other).map(right -> new Condition.SameValues(left, right));
                default -> Optional.<Condition>empty();
            });
        }
        return equal.left() instanceof JinjaExpression.Literal literal
                        && equal.right() instanceof JinjaExpression.Name name
                ? ref(name).flatMap(ref -> literalOf(ref, literal.value()))
                : Optional.empty();
    }

    /** A string in a tag must stand on one line. */
    private static Optional<Condition> literalOf(Ref ref, @Nullable Object literal) {
        boolean writable = !(literal instanceof String text)
                || text.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\\' || c == '{' || c == '}');
        return writable ? Optional.of(new Condition.Same(ref, literal)) : Optional.empty();
    }

    private Optional<Part> loop(JinjaNode.For loop) {
        boolean pairs = loop.names().size() == 2;
        JinjaExpression over = loop.list();
        if (!(over instanceof JinjaExpression.Name) && !(pairs && over instanceof JinjaExpression.Unknown)) {
            return Optional.empty();
        }
        Optional<Ref> list = over instanceof JinjaExpression.Name name ? ref(name) : items(over);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        String element = loop.names().getLast();
        int before = locals.size();
        if (pairs) {
            locals.add(new Local(loop.names().getFirst(), element, true));
        }
        locals.add(new Local(element, element, false));
        List<Part> body = parts(loop.body());
        locals.subList(before, locals.size()).clear();
        return Optional.of(new Part.Loop(
                list.get(), element, pairs ? loop.names().getFirst() : null, body, parts(loop.otherwise())));
    }

    /** {@code map.items()} is the map itself here. */
    private Optional<Ref> items(JinjaExpression over) {
        String source = ((JinjaExpression.Unknown) over).source();
        return source.endsWith(".items()")
                        && JinjaExpressionParser.parse(source.substring(0, source.length() - ".items()".length()))
                                instanceof JinjaExpression.Name name
                ? ref(name)
                : Optional.empty();
    }

    private Optional<Ref> ref(JinjaExpression.Name name) {
        List<String> names = name.names();
        String first = names.getFirst();
        for (int i = locals.size() - 1; i >= 0; i--) {
            if (locals.get(i).name().equals(first)) {
                Local local = locals.get(i);
                return local.key() && names.size() > 1
                        ? Optional.empty()
                        : Optional.of(new Ref(
                                local.key() ? Ref.Kind.KEY : Ref.Kind.ELEMENT,
                                local.element(),
                                local.key() ? List.of() : names.subList(1, names.size())));
            }
        }
        if (first.equals("loop") && !locals.isEmpty()) {
            if (names.size() != 2 || !POSITIONS.contains(names.get(1))) {
                return Optional.empty();
            }
            Ref.Kind kind = switch (names.get(1)) {
                case "first" -> Ref.Kind.FIRST;
                case "last" -> Ref.Kind.LAST;
                default -> Ref.Kind.INDEX;
            };
            return Optional.of(new Ref(kind, locals.getLast().element(), List.of()));
        }
        // Names that tools fill with secrets of the environment are never inputs.
        return first.equals("env") ? Optional.empty() : Optional.of(Ref.input(names));
    }
}
