package dev.assay.exchange.jinja;

import dev.assay.exchange.syntax.Printed;
import dev.assay.exchange.syntax.TemplatePrinter;
import dev.assay.exchange.template.Condition;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import dev.assay.prompt.render.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes Jinja2 or Nunjucks. */
public final class JinjaPrinter implements TemplatePrinter {
    private final Printed printed;
    private final List<String> loops = new ArrayList<>();
    private final Map<String, Ref> aliases = new HashMap<>();

    /** @param printed Python's values for Jinja2, JavaScript's for Nunjucks */
    public JinjaPrinter(Printed printed) {
        this.printed = printed;
    }

    @Override
    public String print(List<Part> parts) {
        return print(parts, false);
    }

    /** @param inside whether a tag follows that ends a block */
    private String print(List<Part> parts, boolean inside) {
        var out = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            part(parts.get(i), inside || i + 1 < parts.size(), out);
        }
        return out.toString();
    }

    private void part(Part part, boolean followed, StringBuilder out) {
        switch (part) {
            case Part.Text text -> out.append(literal(text.text(), followed));
            case Part.Value value -> out.append("{{ ").append(name(value.ref())).append(" }}");
            case Part.Json json ->
                out.append("{{ ")
                        .append(name(json.ref()))
                        .append(json(json.indent()))
                        .append(" }}");
            case Part.Choice choice -> choice(choice, out);
            case Part.Loop loop -> loop(loop, out);
            case Part.Within with -> {
                aliases.put(with.element(), with.ref());
                var branch = new Part.Branch(new Condition.Truthy(with.ref()), with.body());
                choice(new Part.Choice(List.of(branch), with.otherwise()), out);
            }
            case Part.Kept kept -> out.append(kept.source().contains("#}") ? "" : "{# " + kept.source() + " #}");
            case Part.Media media -> out.append("{{ ").append(name(media.url())).append(" }}");
            case Part.Include include -> throw new NotWritable("Jinja would look the partial up elsewhere");
        }
    }

    private String json(int indent) {
        String filter = printed == Printed.JAVASCRIPT ? "dump" : "tojson";
        return " | " + filter + (indent > 0 ? "(" + indent + ")" : "");
    }

    /** Signs that open a tag stand in a raw block; so does a brace right before one. */
    private static String literal(String text, boolean followed) {
        boolean plain = !text.contains("{{")
                && !text.contains("{%")
                && !text.contains("{#")
                && !(followed && text.endsWith("{"));
        if (plain) {
            return text;
        }
        if (text.matches("(?s).*\\{%-?\\s*endraw.*")) {
            throw new NotWritable("the text holds the tag that ends a raw block");
        }
        return "{% raw %}" + text + "{% endraw %}";
    }

    private void choice(Part.Choice choice, StringBuilder out) {
        String word = "if";
        for (Part.Branch branch : choice.branches()) {
            out.append("{% ")
                    .append(word)
                    .append(' ')
                    .append(condition(branch.condition()))
                    .append(" %}");
            out.append(print(branch.body(), true));
            word = "elif";
        }
        if (!choice.otherwise().isEmpty()) {
            out.append("{% else %}").append(print(choice.otherwise(), true));
        }
        out.append("{% endif %}");
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.Truthy truthy -> name(truthy.ref());
            case Condition.Same same -> name(same.ref()) + " == " + value(same.literal());
            case Condition.SameValues same -> name(same.left()) + " == " + name(same.right());
            case Condition.Not not -> negated(not.condition());
            case Condition.All all ->
                all.conditions().stream().map(this::condition).collect(Collectors.joining(" and "));
        };
    }

    private String negated(Condition condition) {
        return switch (condition) {
            case Condition.Same same -> name(same.ref()) + " != " + value(same.literal());
            case Condition.SameValues same -> name(same.left()) + " != " + name(same.right());
            default -> "not " + condition(condition);
        };
    }

    private static String value(@Nullable Object literal) {
        return literal == null ? "none" : JsonText.of(literal);
    }

    private void loop(Part.Loop loop, StringBuilder out) {
        String names = loop.key() == null ? loop.element() : loop.key() + ", " + loop.element();
        String list = name(loop.list()) + (loop.key() != null && printed == Printed.PYTHON ? ".items()" : "");
        out.append("{% for ").append(names).append(" in ").append(list).append(" %}");
        loops.add(loop.element());
        out.append(print(loop.body(), true));
        loops.removeLast();
        if (!loop.otherwise().isEmpty()) {
            out.append("{% else %}").append(print(loop.otherwise(), true));
        }
        out.append("{% endfor %}");
    }

    private String name(Ref ref) {
        if (ref.kind() == Ref.Kind.ELEMENT && aliases.containsKey(ref.local()) && !loops.contains(ref.local())) {
            return name(aliases.get(ref.local()).then(ref.names()));
        }
        boolean innermost = !loops.isEmpty() && loops.getLast().equals(ref.local());
        return switch (ref.kind()) {
            case INPUT -> way(ref.names());
            case ELEMENT -> {
                List<String> names = new ArrayList<>(List.of(ref.local()));
                names.addAll(ref.names());
                yield way(names);
            }
            case INDEX -> position(innermost, "loop.index0");
            case FIRST -> position(innermost, "loop.first");
            case LAST -> position(innermost, "loop.last");
            case KEY -> throw new NotWritable("Jinja needs the key to be named: write {{#each x as |value key|}}");
        };
    }

    private static String position(boolean innermost, String name) {
        if (!innermost) {
            throw new NotWritable("Jinja knows the position in the innermost loop only");
        }
        return name;
    }

    private static String way(List<String> names) {
        if (names.isEmpty() || !names.getFirst().matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
            throw new NotWritable("Jinja cannot name " + String.join(".", names));
        }
        boolean length = names.size() > 1 && names.getLast().equals("length");
        var out = new StringBuilder(names.getFirst());
        for (String name : names.subList(1, names.size() - (length ? 1 : 0))) {
            out.append(
                    name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")
                            ? "." + name
                            : name.matches("\\d+") ? "[" + name + "]" : "[" + JsonText.of(name) + "]");
        }
        return out + (length ? " | length" : "");
    }
}
