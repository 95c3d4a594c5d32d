package dev.assay.settings.edit;

import dev.assay.llm.InputException;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A text of YAML in which single entries of mappings are changed; everything around them stays. */
record YamlText(String text) {

    /** The text with a key of a mapping set to a value that is written as YAML on one line. */
    String put(MappingNode mapping, String key, String value) {
        Optional<NodeTuple> there = find(mapping, key);
        if (there.isPresent()) {
            return replaceValue(there.get(), value);
        }
        return isFlow(mapping) ? addToBraces(mapping, key + ": " + value) : addLine(mapping, key + ": " + value);
    }

    /** The text without a key of a mapping; the mapping must hold another one. */
    String remove(MappingNode mapping, String key) {
        NodeTuple tuple = find(mapping, key).orElseThrow();
        int start = start(tuple.getKeyNode());
        int end = end(tuple.getValueNode());
        if (isFlow(mapping)) {
            return cutFromBraces(mapping, tuple, start, end);
        }
        int line = text.lastIndexOf('\n', start - 1) + 1;
        if (!text.substring(line, start).isBlank()) {
            throw new InputException("The layout of this file leaves no way to take " + key + " out: edit it by hand");
        }
        return text.substring(0, line) + text.substring(afterLastSetting(end));
    }

    private String cutFromBraces(MappingNode mapping, NodeTuple tuple, int start, int end) {
        List<NodeTuple> all = mapping.getValue();
        int at = all.indexOf(tuple);
        if (at + 1 < all.size()) {
            return text.substring(0, start)
                    + text.substring(start(all.get(at + 1).getKeyNode()));
        }
        int from = at == 0 ? start : end(all.get(at - 1).getValueNode());
        return text.substring(0, from) + text.substring(end);
    }

    private String replaceValue(NodeTuple tuple, String value) {
        int colon = text.indexOf(':', end(tuple.getKeyNode()));
        Node node = tuple.getValueNode();
        boolean nothing = node instanceof ScalarNode scalar && scalar.getValue().isEmpty() && start(node) == end(node);
        if (nothing) {
            return text.substring(0, colon + 1) + " " + value + text.substring(colon + 1);
        }
        boolean lines = node instanceof CollectionNode<?> && !isFlow(node);
        String rest = lines ? eol() + text.substring(afterLastSetting(end(node))) : text.substring(end(node));
        return text.substring(0, colon + 1) + " " + value + rest;
    }

    private String addToBraces(MappingNode mapping, String entry) {
        List<NodeTuple> all = mapping.getValue();
        int at = all.isEmpty() ? start(mapping) + 1 : end(all.getLast().getValueNode());
        return text.substring(0, at) + (all.isEmpty() ? "" : ", ") + entry + text.substring(at);
    }

    private String addLine(MappingNode mapping, String entry) {
        int column = mapping.getValue()
                .getFirst()
                .getKeyNode()
                .getStartMark()
                .map(Mark::getColumn)
                .orElse(0);
        int at = afterLastSetting(end(mapping));
        String before = text.substring(0, at);
        String gap = before.endsWith("\n") ? "" : eol();
        return before + gap + " ".repeat(column) + entry + eol() + text.substring(at);
    }

    /** A block ends where the next thing begins: the comments and blank lines between belong to that. */
    private int afterLastSetting(int end) {
        int at = end;
        if (at < text.length()
                && at > 0
                && text.charAt(at - 1) != '\n'
                && !text.substring(lineStart(at), at).isBlank()) {
            int line = text.indexOf('\n', at);
            at = line < 0 ? text.length() : line + 1;
        } else {
            at = at == text.length() ? at : lineStart(at);
        }
        while (at > 0) {
            int line = lineStart(at - 1);
            String content = text.substring(line, at).strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                return at;
            }
            at = line;
        }
        return at;
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private String eol() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    static Optional<NodeTuple> find(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .findFirst();
    }

    private static boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
    }

    private int start(Node node) {
        return offset(node.getStartMark());
    }

    private int end(Node node) {
        return offset(node.getEndMark());
    }

    private int offset(Optional<Mark> mark) {
        int index = mark.orElseThrow().getIndex();
        return text.offsetByCodePoints(0, Math.min(index, text.codePointCount(0, text.length())));
    }
}
