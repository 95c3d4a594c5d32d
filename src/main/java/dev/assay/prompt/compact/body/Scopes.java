package dev.assay.prompt.compact.body;

import dev.assay.prompt.template.Expression;
import dev.assay.prompt.template.Node;
import dev.assay.prompt.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Which messages and which branches of blocks the parts of a template stand in. */
final class Scopes {
    private static final Set<String> BEGIN_MESSAGES = Set.of("role", "history");

    private final TreeMap<Integer, Scope> byStart = new TreeMap<>();
    private final List<Node.Output> marks = new ArrayList<>();

    private Scopes() {}

    static Scopes of(Template template) {
        var scopes = new Scopes();
        scopes.nodes(template.nodes(), List.of());
        return scopes;
    }

    /** The tags that begin a message, in order. */
    List<Node.Output> marks() {
        return marks;
    }

    /** The scope of the text or tag at an offset. */
    Scope at(int offset) {
        var entry = byStart.floorEntry(offset);
        return entry == null ? Scope.TOP : entry.getValue();
    }

    private void nodes(List<Node> nodes, List<String> path) {
        for (Node node : nodes) {
            byStart.put(node.start(), new Scope(marks.size(), path));
            switch (node) {
                case Node.Output output -> {
                    if (beginsMessage(output.call())) {
                        marks.add(output);
                        byStart.put(output.end(), new Scope(marks.size(), path));
                    }
                }
                case Node.Block block -> {
                    for (int i = 0; i < block.branches().size(); i++) {
                        var inner = new ArrayList<>(path);
                        inner.add(block.start() + ":" + i);
                        nodes(block.branches().get(i).body(), List.copyOf(inner));
                    }
                    byStart.put(block.end(), new Scope(marks.size(), path));
                }
                case Node.Text text -> {}
                case Node.Partial partial -> {}
                case Node.Comment comment -> {}
            }
        }
    }

    private static boolean beginsMessage(Expression.Call call) {
        return call.target().isSimple() && BEGIN_MESSAGES.contains(call.target().text());
    }
}
