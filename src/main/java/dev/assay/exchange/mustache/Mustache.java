package dev.assay.exchange.mustache;

import dev.assay.exchange.report.Report;
import dev.assay.exchange.syntax.Members;
import dev.assay.exchange.syntax.ParsedTemplate;
import dev.assay.exchange.syntax.Places;
import dev.assay.exchange.template.Condition;
import dev.assay.exchange.template.Part;
import dev.assay.exchange.template.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Mustache. Its sections do not say whether they walk a list or test a value: that is read off the values known, else off
 * what the section prints, and reported.
 */
public final class Mustache {
    private final Places places;
    private final Map<String, Object> known;
    private final Set<String> inputs;
    private final Report.Builder report;
    private final List<Scope> scopes = new ArrayList<>();
    private int made;

    /**
     * A section whose value is looked into.
     *
     * @param sample what is known of the value, or null
     */
    private record Scope(String element, @Nullable Object sample) {}

    private Mustache(Places places, Map<String, Object> known, Set<String> inputs, Report.Builder report) {
        this.places = places;
        this.known = known;
        this.inputs = inputs;
        this.report = report;
    }

    /**
     * Reads a template.
     *
     * @param place where it stands
     * @param known sample values of inputs; may be empty
     * @param declared the names of inputs as far as the file declares them; may be empty
     */
    public static ParsedTemplate parse(
            String text, String place, Map<String, Object> known, Set<String> declared, Report.Builder report) {
        var places = new Places(place, text);
        List<MustacheNode> nodes = new MustacheParser(text, places, report).read();
        Set<String> inputs = new TreeSet<>(declared);
        inputs.addAll(known.keySet());
        outside(nodes, inputs);
        List<Part> parts = new Mustache(places, known, inputs, report).parts(nodes);
        return new ParsedTemplate(parts, new MustacheEvaluator(nodes)::render, Map.of());
    }

    /** What is used outside of sections, or opens one there, is an input. */
    private static void outside(List<MustacheNode> nodes, Set<String> inputs) {
        for (MustacheNode node : nodes) {
            if (node instanceof MustacheNode.Variable variable
                    && !variable.names().isEmpty()) {
                inputs.add(variable.names().getFirst());
            }
            if (node instanceof MustacheNode.Section section && !section.names().isEmpty()) {
                inputs.add(section.names().getFirst());
            }
        }
    }

    private List<Part> parts(List<MustacheNode> nodes) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            MustacheNode next = i + 1 < nodes.size() ? nodes.get(i + 1) : null;
            switch (nodes.get(i)) {
                case MustacheNode.Text text -> parts.add(new Part.Text(text.text()));
                case MustacheNode.Variable variable -> parts.add(new Part.Value(ref(variable.names())));
                case MustacheNode.Comment comment -> parts.add(new Part.Kept(comment.text()));
                case MustacheNode.Partial partial -> {
                    parts.add(new Part.Kept("{{> " + partial.name() + "}}"));
                    report.needsHand(
                            places.at(partial.offset()),
                            "partial {{> " + partial.name() + "}}",
                            "kept as a remark: import that template too and include it here");
                }
                case MustacheNode.Section section -> {
                    List<MustacheNode> opposite = next instanceof MustacheNode.Section other
                                    && other.inverted() != section.inverted()
                                    && other.names().equals(section.names())
                            ? other.body()
                            : List.of();
                    parts.add(section(section, opposite));
                    i += opposite.isEmpty() ? 0 : 1;
                }
            }
        }
        return parts;
    }

    /** A section and the opposite one right after it are the two sides of one decision. */
    private Part section(MustacheNode.Section section, List<MustacheNode> opposite) {
        Ref ref = ref(section.names());
        Condition truthy = new Condition.Truthy(ref);
        if (section.inverted()) {
            return new Part.Choice(
                    List.of(new Part.Branch(new Condition.Not(truthy), parts(section.body()))), parts(opposite));
        }
        Object sample = sample(section.names());
        List<Part> otherwise = parts(opposite);
        boolean list = sample instanceof List || (sample == null && looksInside(section));
        if (list || sample instanceof Map) {
            if (sample == null) {
                guessed(section, "a list: {{#each}}; where it is one record write {{#with}}");
            }
            String element = "@" + ++made;
            scopes.add(new Scope(
                    element, sample instanceof List<?> all ? (all.isEmpty() ? null : all.getFirst()) : sample));
            List<Part> body = parts(section.body());
            scopes.removeLast();
            return list
                    ? new Part.Loop(ref, element, null, body, otherwise)
                    : new Part.Within(ref, element, body, otherwise);
        }
        if (sample == null && !printsItself(section)) {
            guessed(section, "a value to test: {{#if}}; where it is a list write {{#each}}");
        }
        return new Part.Choice(List.of(new Part.Branch(truthy, parts(section.body()))), otherwise);
    }

    private void guessed(MustacheNode.Section section, String as) {
        report.needsHand(
                places.at(section.offset()),
                "section {{#" + String.join(".", section.names()) + "}}",
                "its value is not known, so it was taken for " + as);
    }

    private boolean looksInside(MustacheNode.Section section) {
        return section.body().stream().anyMatch(node -> switch (node) {
            case MustacheNode.Variable variable ->
                variable.names().isEmpty() || !inputs.contains(variable.names().getFirst());
            case MustacheNode.Section inner ->
                inner.names().isEmpty() || !inputs.contains(inner.names().getFirst()) || looksInside(inner);
            default -> false;
        });
    }

    private static boolean printsItself(MustacheNode.Section section) {
        return section.body().contains(new MustacheNode.Variable(section.names()));
    }

    private Ref ref(List<String> names) {
        if (scopes.isEmpty()) {
            return Ref.input(names);
        }
        if (names.isEmpty()) {
            return Ref.element(scopes.getLast().element(), names);
        }
        for (int i = scopes.size() - 1; i >= 0; i--) {
            if (scopes.get(i).sample() instanceof Map<?, ?> map && map.containsKey(names.getFirst())) {
                return Ref.element(scopes.get(i).element(), names);
            }
        }
        return inputs.contains(names.getFirst())
                ? Ref.input(names)
                : Ref.element(scopes.getLast().element(), names);
    }

    private @Nullable Object sample(List<String> names) {
        if (names.isEmpty()) {
            return scopes.isEmpty() ? known : scopes.getLast().sample();
        }
        for (int i = scopes.size() - 1; i >= 0; i--) {
            if (scopes.get(i).sample() instanceof Map<?, ?> map && map.containsKey(names.getFirst())) {
                return Members.follow(map, names);
            }
        }
        return Members.follow(known, names);
    }
}
