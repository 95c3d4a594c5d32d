package dev.assay.prompt.edit;

import dev.assay.prompt.frontmatter.ConfigKeys;
import java.util.List;
import java.util.Map;

/** Where a new key goes: the order in which the keys of a prompt file are commonly written. */
final class KeyOrder {
    private static final List<String> TOP = List.of(
            "name", "variant", "version", "description", "model", "config", "input", "output", "tools", "toolDefs");
    private static final Map<String, List<String>> BELOW = Map.of(
            "config",
            ConfigKeys.ALL,
            "input",
            List.of("schema", "default"),
            "output",
            List.of("format", "schema"),
            "toolDefs",
            List.of("name", "description", "inputSchema", "outputSchema"));

    private KeyOrder() {}

    /** The index at which a key goes in the map at a path. */
    static int indexFor(List<String> parent, String key, YamlNode.Branch map) {
        List<String> order = orderOf(parent);
        int rank = order.indexOf(key);
        List<YamlNode.Child> children = map.children();
        if (rank < 0) {
            return children.size();
        }
        for (int i = children.size() - 1; i >= 0; i--) {
            int other = order.indexOf(String.valueOf(children.get(i).key()));
            if (other >= 0 && other < rank) {
                return i + 1;
            }
        }
        for (int i = 0; i < children.size(); i++) {
            if (order.indexOf(String.valueOf(children.get(i).key())) > rank) {
                return i;
            }
        }
        return children.size();
    }

    private static List<String> orderOf(List<String> parent) {
        if (parent.isEmpty()) {
            return TOP;
        }
        boolean toolDef = parent.size() == 2 && parent.getFirst().equals("toolDefs");
        return parent.size() == 1 || toolDef ? BELOW.getOrDefault(parent.getFirst(), List.of()) : List.of();
    }
}
