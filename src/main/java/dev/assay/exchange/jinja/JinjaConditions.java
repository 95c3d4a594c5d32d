package dev.assay.exchange.jinja;

import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.Places;
import dev.assay.exchange.template.Condition;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the names and conditions of Jinja mean inside the loops that are open. */
final class JinjaConditions {
    private static final Set<String> POSITIONS = Set.of("index0", "first", "last");
    private static final int MOST = 12;

    private final Places places;
    private final Report.Builder report;
    private final List<Local> locals = new ArrayList<>();

    /** A name that a loop gives: its element, or its key. */
    private record Local(String name, String element, boolean key) {}

    JinjaConditions(Places places, Report.Builder report) {
        this.places = places;
        this.report = report;
    }

    /** Enters a loop. */
    void open(String element, @Nullable String key) {
        if (key != null) {
            locals.add(new Local(key, element, true));
        }
        locals.add(new Local(element, element, false));
    }

    /** Leaves a loop. */
    void close(String element) {
        while (!locals.isEmpty() && locals.getLast().element().equals(element)) {
            locals.removeLast();
        }
    }

    /** The element of the innermost loop; empty outside of all. */
    String loop() {
        return locals.isEmpty() ? "" : locals.getLast().element();
    }

    /** A choice in which conjunctions are nested: their other side is written out for each of their conditions. */
    static Part choice(List<Part.Branch> branches, List<Part> otherwise) {
        boolean alone = branches.size() == 1 && otherwise.isEmpty();
        for (int i = 0; i < branches.size() && !alone; i++) {
            if (branches.get(i).condition() instanceof Condition.All all) {
                List<Part> rest = i + 1 == branches.size()
                        ? otherwise
                        : List.of(choice(branches.subList(i + 1, branches.size()), otherwise));
                Part nested = nested(all.conditions(), branches.get(i).body(), rest);
                return i == 0 ? nested : new Part.Choice(branches.subList(0, i), List.of(nested));
            }
        }
        return new Part.Choice(branches, otherwise);
    }

    private static Part nested(List<Condition> conditions, List<Part> body, List<Part> otherwise) {
        List<Part> inside = conditions.size() == 1
                ? body
                : List.of(nested(conditions.subList(1, conditions.size()), body, otherwise));
        return new Part.Choice(List.of(new Part.Branch(conditions.getFirst(), inside)), otherwise);
    }

    /** The conditions of which one must hold; empty where one of them has no equivalent. */
    Optional<List<Condition>> anyOf(JinjaExpression expression) {
        return switch (expression) {
            case JinjaExpression.Name name -> ref(name).map(ref -> List.of(new Condition.Truthy(ref)));
            case JinjaExpression.Test test -> tested(test);
            case JinjaExpression.Not not -> anyOf(not.value()).flatMap(JinjaConditions::negated);
            case JinjaExpression.Equal equal -> equal(equal).map(List::of);
            case JinjaExpression.And and ->
                anyOf(and.left()).flatMap(left -> anyOf(and.right()).flatMap(right -> both(left, right)));
            case JinjaExpression.Or or ->
                anyOf(or.left())
                        .flatMap(left -> anyOf(or.right()).map(right -> {
                            List<Condition> all = new ArrayList<>(left);
                            all.addAll(right);
                            return all;
                        }));
            case JinjaExpression.In in -> oneOf(in);
            case JinjaExpression.Filter filter -> counted(filter);
            case JinjaExpression.Order order ->
                order.sign().equals(">") && order.right().equals(new JinjaExpression.Literal(0L))
                        ? counted(order.left())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<List<Condition>> tested(JinjaExpression.Test test) {
        return switch (test.name()) {
            case "defined" -> definition(test.value()).map(List::of);
            case "undefined", "none" ->
                definition(test.value()).map(one -> List.of((Condition) new Condition.Not(one)));
            default -> Optional.empty();
        };
    }

    /** Whether there is anything in a list or text. */
    private Optional<List<Condition>> counted(JinjaExpression expression) {
        if (expression instanceof JinjaExpression.Filter filter
                && Set.of("length", "count").contains(filter.name())) {
            return anyOf(filter.value()).filter(all -> filter.value() instanceof JinjaExpression.Name);
        }
        return expression instanceof JinjaExpression.Name name
                        && name.names().size() > 1
                        && name.names().getLast().equals("length")
                ? ref(new JinjaExpression.Name(
                                name.names().subList(0, name.names().size() - 1)))
                        .map(ref -> List.of(new Condition.Truthy(ref)))
                : Optional.empty();
    }

    private Optional<List<Condition>> oneOf(JinjaExpression.In in) {
        List<Condition> all = new ArrayList<>();
        List<JinjaExpression> values = in.list() instanceof JinjaExpression.Items items ? items.values() : List.of();
        for (JinjaExpression value : values) {
            equal(new JinjaExpression.Equal(in.value(), value)).ifPresent(all::add);
        }
        return all.isEmpty() || all.size() < values.size() || all.size() > MOST ? Optional.empty() : Optional.of(all);
    }

    private static Optional<List<Condition>> negated(List<Condition> any) {
        if (any.size() == 1 && any.getFirst() instanceof Condition.All all) {
            return Optional.of(
                    all.conditions().stream().map(JinjaConditions::not).toList());
        }
        if (any.stream().anyMatch(Condition.All.class::isInstance)) {
            return Optional.empty();
        }
        List<Condition> none = any.stream().map(JinjaConditions::not).toList();
        return Optional.of(none.size() == 1 ? none : List.of(new Condition.All(none)));
    }

    private static Condition not(Condition condition) {
        return condition instanceof Condition.Not twice ? twice.condition() : new Condition.Not(condition);
    }

    private static Optional<List<Condition>> both(List<Condition> left, List<Condition> right) {
        List<Condition> all = new ArrayList<>();
        left.forEach(one -> right.forEach(other -> all.add(both(one, other))));
        return all.size() > MOST ? Optional.empty() : Optional.of(all);
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

    /** What a name means here; empty where it means nothing in a prompt. */
    Optional<Ref> ref(JinjaExpression.Name name) {
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
