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

/** Turns Jinja into what it means. Used once. */
final class JinjaConversion {
    private final Places places;
    private final Report.Builder report;
    private final Map<String, Object> defaults = new LinkedHashMap<>();
    private final JinjaConditions conditions;

    JinjaConversion(Places places, Report.Builder report) {
        this.places = places;
        this.report = report;
        this.conditions = new JinjaConditions(places, report);
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
            case JinjaExpression.Inline inline ->
                either(inline.condition(), inline.value(), inline.otherwise(), output);
            case JinjaExpression.Or or -> either(or.left(), or.left(), or.right(), output);
            default -> Optional.empty();
        };
    }

    private Optional<List<Part>> either(
            JinjaExpression condition, JinjaExpression value, JinjaExpression otherwise, JinjaNode.Output output) {
        Optional<List<Condition>> any = conditions.anyOf(condition);
        Optional<List<Part>> first = printed(value, output);
        Optional<List<Part>> second = printed(otherwise, output);
        if (any.isEmpty() || first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        List<Part.Branch> branches =
                any.get().stream().map(one -> new Part.Branch(one, first.get())).toList();
        boolean nothing = second.get().equals(List.of(new Part.Text("")));
        return Optional.of(List.of(JinjaConditions.choice(branches, nothing ? List.of() : second.get())));
    }

    /** Positions count from 1 there and from 0 here. */
    private Optional<List<Part>> position(JinjaExpression.Name name, JinjaNode.Output output) {
        if (!name.names().equals(List.of("loop", "index")) || conditions.loop().isEmpty()) {
            return Optional.empty();
        }
        report.needsHand(
                places.at(output.offset()),
                output.source(),
                "became {{@index}}, which counts from 0: change the text, or put the number into the data");
        return Optional.of(List.of(new Part.Value(new Ref(Ref.Kind.INDEX, conditions.loop(), List.of()))));
    }

    private Optional<List<Part>> filtered(JinjaExpression.Filter filter, JinjaNode.Output output) {
        Optional<Ref> ref = filter.value() instanceof JinjaExpression.Name name ? ref(name) : Optional.empty();
        switch (filter.name()) {
            case "safe", "string" -> {
                return printed(filter.value(), output);
            }
            case "default", "d" -> {
                return alsoForEmpty(filter)
                        ? either(
                                filter.value(),
                                filter.value(),
                                filter.arguments().getFirst(),
                                output)
                        : ref.filter(Ref::isInput).flatMap(input -> withDefault(filter, input));
            }
            case "length", "count" -> {
                return ref.map(list -> List.of(new Part.Value(list.then(List.of("length")))));
            }
            case "first" -> {
                return ref.map(list -> List.of(new Part.Value(list.then(List.of("0")))));
            }
            case "dump", "tojson" -> {
                if (filter.name().equals("tojson")) {
                    report.needsHand(
                            places.at(output.offset()),
                            output.source(),
                            "became {{json}}, which leaves <, >, &, ' and letters such as \u00e4 as they are");
                }
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

    private static boolean alsoForEmpty(JinjaExpression.Filter filter) {
        return filter.arguments().size() == 2 && filter.arguments().get(1).equals(new JinjaExpression.Literal(true));
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
            Optional<List<Condition>> any = conditions.anyOf(branch.condition());
            if (any.isEmpty()) {
                return Optional.empty();
            }
            List<Part> body = parts(branch.body());
            any.get().forEach(one -> branches.add(new Part.Branch(one, body)));
        }
        return Optional.of(JinjaConditions.choice(branches, parts(choice.otherwise())));
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
        conditions.open(element, pairs ? loop.names().getFirst() : null);
        List<Part> body = parts(loop.body());
        conditions.close(element);
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
        return conditions.ref(name);
    }
}
