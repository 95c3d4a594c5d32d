package dev.assay.exchange.jinja;

import dev.assay.exchange.syntax.Members;
import dev.assay.exchange.syntax.Printed;
import dev.assay.llm.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders Jinja by its own rules. */
record JinjaEvaluator(List<JinjaNode> nodes, Printed printed) {

    String render(Map<String, Object> values) {
        var out = new StringBuilder();
        render(nodes, new LinkedHashMap<>(values), out);
        return out.toString();
    }

    private void render(List<JinjaNode> all, Map<String, @Nullable Object> values, StringBuilder out) {
        for (JinjaNode node : all) {
            switch (node) {
                case JinjaNode.Text text -> out.append(text.text());
                case JinjaNode.Output output -> out.append(print(value(output.expression(), values)));
                case JinjaNode.If choice -> choose(choice, values, out);
                case JinjaNode.For loop -> loop(loop, values, out);
                case JinjaNode.Comment comment -> {}
                case JinjaNode.Unknown unknown -> throw unknown(unknown.source());
            }
        }
    }

    /** A missing value prints nothing in both; a given nothing is printed by Python. */
    private String print(@Nullable Object value) {
        return value == null ? "" : printed.of(value);
    }

    private void choose(JinjaNode.If choice, Map<String, @Nullable Object> values, StringBuilder out) {
        for (JinjaNode.Branch branch : choice.branches()) {
            if (printed.isTrue(value(branch.condition(), values))) {
                render(branch.body(), values, out);
                return;
            }
        }
        render(choice.otherwise(), values, out);
    }

    private void loop(JinjaNode.For loop, Map<String, @Nullable Object> values, StringBuilder out) {
        Object all = value(loop.list(), values);
        if (loop.names().size() == 2 && !(all instanceof Map)) {
            throw unknown("{% for " + String.join(", ", loop.names()) + " %} over something without keys");
        }
        List<?> elements = switch (all) {
            case List<?> list -> list;
            case Map<?, ?> map -> List.copyOf(map.entrySet());
            case null -> List.of();
            default -> {
                if (!print(all).isEmpty()) {
                    throw unknown("{% for %} over something that is no list");
                }
                yield List.of();
            }
        };
        for (int i = 0; i < elements.size(); i++) {
            Map<String, @Nullable Object> inner = new LinkedHashMap<>(values);
            inner.put("loop", position(i, elements.size()));
            if (elements.get(i) instanceof Map.Entry<?, ?> entry) {
                inner.put(loop.names().getFirst(), entry.getKey());
                inner.put(loop.names().getLast(), loop.names().size() == 2 ? entry.getValue() : entry.getKey());
            } else {
                inner.put(loop.names().getFirst(), elements.get(i));
            }
            render(loop.body(), inner, out);
        }
        if (elements.isEmpty()) {
            render(loop.otherwise(), values, out);
        }
    }

    private static Map<String, Object> position(int i, int size) {
        return Map.of(
                "index", i + 1L, "index0", (long) i, "first", i == 0, "last", i == size - 1, "length", (long) size);
    }

    private @Nullable Object value(JinjaExpression expression, Map<String, @Nullable Object> values) {
        return switch (expression) {
            case JinjaExpression.Literal literal -> literal.value();
            case JinjaExpression.Name name -> named(name, values);
            case JinjaExpression.Filter filter -> filtered(filter, values);
            case JinjaExpression.Test test -> tested(test, values);
            case JinjaExpression.Equal equal -> same(value(equal.left(), values), value(equal.right(), values));
            case JinjaExpression.Not not -> !printed.isTrue(value(not.value(), values));
            case JinjaExpression.And and -> {
                Object left = value(and.left(), values);
                yield printed.isTrue(left) ? value(and.right(), values) : left;
            }
            case JinjaExpression.Or or -> {
                Object left = value(or.left(), values);
                yield printed.isTrue(left) ? left : value(or.right(), values);
            }
            case JinjaExpression.Items items -> {
                List<@Nullable Object> all = new java.util.ArrayList<>();
                items.values().forEach(one -> all.add(value(one, values)));
                yield all;
            }
            case JinjaExpression.In in -> contains(value(in.list(), values), value(in.value(), values));
            case JinjaExpression.Order order ->
                ordered(value(order.left(), values), order.sign(), value(order.right(), values));
            case JinjaExpression.Inline inline ->
                value(printed.isTrue(value(inline.condition(), values)) ? inline.value() : inline.otherwise(), values);
            case JinjaExpression.Unknown unknown -> throw unknown(unknown.source());
        };
    }

    private static boolean contains(@Nullable Object all, @Nullable Object one) {
        return switch (all) {
            case List<?> list -> list.stream().anyMatch(element -> (boolean) same(element, one));
            case String text -> one instanceof String part && text.contains(part);
            case Map<?, ?> map -> one != null && map.containsKey(one);
            case null -> false;
            default -> false;
        };
    }

    private static boolean ordered(@Nullable Object left, String sign, @Nullable Object right) {
        if (!(left instanceof Number a) || !(right instanceof Number b)) {
            throw unknown(sign + " between values that are no numbers");
        }
        int order = Double.compare(a.doubleValue(), b.doubleValue());
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private @Nullable Object named(JinjaExpression.Name name, Map<String, @Nullable Object> values) {
        List<String> names = name.names();
        if (names.size() > 1 && names.getLast().equals("length") && printed == Printed.JAVASCRIPT) {
            Object holder = Members.follow(values, names.subList(0, names.size() - 1));
            return holder instanceof Map ? Members.follow(values, names) : length(holder);
        }
        return Members.follow(values, names);
    }

    private static Object same(@Nullable Object left, @Nullable Object right) {
        return left instanceof Number a && right instanceof Number b
                ? a.doubleValue() == b.doubleValue()
                : Objects.equals(left, right);
    }

    private Object tested(JinjaExpression.Test test, Map<String, @Nullable Object> values) {
        boolean given = value(test.value(), values) != null;
        return switch (test.name()) {
            case "defined" -> given;
            case "undefined", "none" -> !given;
            default -> throw unknown("is " + test.name());
        };
    }

    private @Nullable Object filtered(JinjaExpression.Filter filter, Map<String, @Nullable Object> values) {
        Object value = value(filter.value(), values);
        List<@Nullable Object> arguments = new java.util.ArrayList<>();
        filter.arguments().forEach(argument -> arguments.add(value(argument, values)));
        String text = print(value);
        return switch (filter.name()) {
            case "safe", "string" -> value;
            case "default", "d" -> missing(value, arguments) ? arguments.getFirst() : value;
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "trim" -> text.strip();
            case "length", "count" -> length(value);
            case "first" -> Members.follow(value, List.of("0"));
            case "join" -> joined(value, arguments);
            case "dump" -> dev.assay.prompt.render.JsonText.of(value, indent(arguments));
            default -> throw unknown("| " + filter.name());
        };
    }

    private boolean missing(@Nullable Object value, List<@Nullable Object> arguments) {
        boolean empty = arguments.size() > 1 && printed.isTrue(arguments.get(1)) && !printed.isTrue(value);
        return !arguments.isEmpty() && (value == null || empty);
    }

    private String joined(@Nullable Object value, List<@Nullable Object> arguments) {
        String between = arguments.isEmpty() ? "" : print(arguments.getFirst());
        return value instanceof List<?> list
                ? list.stream().map(this::print).collect(Collectors.joining(between))
                : print(value);
    }

    private static String indent(List<@Nullable Object> arguments) {
        return !arguments.isEmpty() && arguments.getFirst() instanceof Number count
                ? " ".repeat(Math.clamp(count.longValue(), 0, 10))
                : "";
    }

    private static Object length(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> (long) list.size();
            case Map<?, ?> map -> (long) map.size();
            case String text -> (long) text.length();
            case null -> 0L;
            default -> throw unknown("the length of a " + value.getClass().getSimpleName());
        };
    }

    private static InputException unknown(String source) {
        return new InputException("'" + source.lines().findFirst().orElse("") + "' is not known to Assay");
    }
}
