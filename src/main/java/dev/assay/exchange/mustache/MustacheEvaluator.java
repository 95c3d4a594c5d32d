package dev.assay.exchange.mustache;

import dev.assay.exchange.syntax.Members;
import dev.assay.exchange.syntax.Printed;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders mustache by its own rules: names are looked up from the inside out, and nothing is escaped. */
record MustacheEvaluator(List<MustacheNode> nodes) {

    String render(Map<String, Object> values) {
        var out = new StringBuilder();
        List<@Nullable Object> contexts = new ArrayList<>();
        contexts.add(values);
        render(nodes, contexts, out);
        return out.toString();
    }

    private static void render(List<MustacheNode> nodes, List<@Nullable Object> contexts, StringBuilder out) {
        for (MustacheNode node : nodes) {
            switch (node) {
                case MustacheNode.Text text -> out.append(text.text());
                case MustacheNode.Variable variable ->
                    out.append(Printed.JAVASCRIPT.of(find(variable.names(), contexts)));
                case MustacheNode.Section section -> section(section, contexts, out);
                case MustacheNode.Partial partial ->
                    throw new InputException("the partial " + partial.name() + " is not in this file");
                case MustacheNode.Comment comment -> {}
            }
        }
    }

    private static void section(MustacheNode.Section section, List<@Nullable Object> contexts, StringBuilder out) {
        Object value = find(section.names(), contexts);
        boolean holds = value instanceof List<?> list ? !list.isEmpty() : Printed.JAVASCRIPT.isTrue(value);
        if (section.inverted()) {
            if (!holds) {
                render(section.body(), contexts, out);
            }
            return;
        }
        if (!holds) {
            return;
        }
        List<?> elements = value instanceof List<?> list ? list : List.of(java.util.Objects.requireNonNull(value));
        for (Object element : elements) {
            contexts.add(element);
            render(section.body(), contexts, out);
            contexts.removeLast();
        }
    }

    private static @Nullable Object find(List<String> names, List<@Nullable Object> contexts) {
        if (names.isEmpty()) {
            return contexts.getLast();
        }
        for (int i = contexts.size() - 1; i >= 0; i--) {
            if (contexts.get(i) instanceof Map<?, ?> map && map.containsKey(names.getFirst())) {
                return Members.follow(map, names);
            }
        }
        return null;
    }
}
