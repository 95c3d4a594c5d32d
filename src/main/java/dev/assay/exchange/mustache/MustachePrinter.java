package dev.assay.exchange.mustache;

import dev.assay.exchange.syntax.TemplatePrinter;
import dev.assay.exchange.template.Condition;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import java.util.ArrayList;
import java.util.List;

/** Writes mustache. */
public final class MustachePrinter implements TemplatePrinter {
    /** An empty remark keeps a section's tag from being alone on its line, which it would take with it. */
    private static final String GUARD = "{{!}}";

    private final List<String> elements = new ArrayList<>();

    @Override
    public String print(List<Part> parts) {
        var out = new StringBuilder();
        parts.forEach(part -> part(part, out));
        return out.toString();
    }

    private void part(Part part, StringBuilder out) {
        switch (part) {
            case Part.Text text -> out.append(literal(text.text()));
            case Part.Value value -> out.append("{{{").append(name(value.ref())).append("}}}");
            case Part.Choice choice -> choice(choice.branches(), choice.otherwise(), out);
            case Part.Loop loop -> section(loop.list(), loop.element(), loop.body(), loop.otherwise(), out);
            case Part.Within with -> section(with.ref(), with.element(), with.body(), with.otherwise(), out);
            case Part.Kept kept -> {}
            case Part.Json json -> throw new NotWritable("Mustache has no {{json}}");
            case Part.Include include -> throw new NotWritable("Mustache would look the partial up elsewhere");
            case Part.Media media -> throw new NotWritable("Mustache has no {{media}}");
        }
    }

    private static String literal(String text) {
        if (!text.contains("{{") && !text.endsWith("{")) {
            return text;
        }
        if (text.contains("<%")) {
            throw new NotWritable("the text holds both {{ and <%");
        }
        return "{{=<% %>=}}<%!%>" + text + "<%={{ }}=%>" + GUARD;
    }

    private void section(Ref ref, String element, List<Part> body, List<Part> otherwise, StringBuilder out) {
        String name = name(ref);
        out.append(GUARD).append("{{#").append(name).append("}}").append(GUARD);
        elements.add(element);
        body.forEach(part -> part(part, out));
        elements.removeLast();
        out.append(GUARD).append("{{/").append(name).append("}}").append(GUARD);
        inverted(name, otherwise, out);
    }

    private void inverted(String name, List<Part> body, StringBuilder out) {
        if (!body.isEmpty()) {
            out.append("{{^").append(name).append("}}").append(GUARD);
            body.forEach(part -> part(part, out));
            out.append(GUARD).append("{{/").append(name).append("}}").append(GUARD);
        }
    }

    private void choice(List<Part.Branch> branches, List<Part> otherwise, StringBuilder out) {
        Part.Branch first = branches.getFirst();
        boolean negated = first.condition() instanceof Condition.Not;
        Condition condition = first.condition() instanceof Condition.Not not ? not.condition() : first.condition();
        if (!(condition instanceof Condition.Truthy truthy)) {
            throw new NotWritable("Mustache cannot compare values");
        }
        String name = name(truthy.ref());
        List<Part> rest = branches.size() == 1
                ? otherwise
                : List.of(new Part.Choice(branches.subList(1, branches.size()), otherwise));
        List<Part> positive = negated ? rest : first.body();
        if (!positive.isEmpty()) {
            out.append(GUARD).append("{{#").append(name).append("}}").append(GUARD);
            positive.forEach(part -> part(part, out));
            out.append(GUARD).append("{{/").append(name).append("}}").append(GUARD);
        }
        inverted(name, negated ? first.body() : rest, out.append(positive.isEmpty() ? GUARD : ""));
    }

    private String name(Ref ref) {
        boolean reachable = switch (ref.kind()) {
            case INPUT -> !ref.names().isEmpty();
            case ELEMENT ->
                !elements.isEmpty()
                        && (elements.getLast().equals(ref.local())
                                || !ref.names().isEmpty());
            case INDEX, KEY, FIRST, LAST -> false;
        };
        if (!reachable || ref.names().contains("length")) {
            throw new NotWritable("Mustache knows no positions and lengths");
        }
        return ref.names().isEmpty() ? "." : String.join(".", ref.names());
    }
}
