package dev.assay.settings;

import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a YAML file with its place, read as what the settings expect there.
 *
 * @param file the path as the user would name it
 * @param name what the value is called in messages, e.g. {@code providers.local.baseUrl}
 */
public record YamlField(String file, String name, Node node) {

    /** The fields of a mapping in file order. A key that stands twice is an error. */
    public Map<String, YamlField> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("must be a mapping of names to values");
        }
        var fields = new LinkedHashMap<String, YamlField>();
        for (NodeTuple tuple : mapping.getValue()) {
            var key = new YamlField(file, name, tuple.getKeyNode());
            String text = key.text();
            if (fields.put(text, new YamlField(file, child(text), tuple.getValueNode())) != null) {
                throw key.error("'" + text + "' stands twice in " + name + ": keep one");
            }
        }
        return fields;
    }

    /** The fields of a mapping, of which no other than {@code known} may be there. */
    public Map<String, YamlField> fields(Set<String> known) {
        Map<String, YamlField> fields = fields();
        for (var entry : fields.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue()
                        .error("unknown setting " + entry.getValue().name + ": known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return fields;
    }

    /** Whether the value was left empty. */
    public boolean isEmpty() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    /** Whether it is a single value that is there. */
    public boolean isText() {
        return node instanceof ScalarNode && !isEmpty();
    }

    /** A text; numbers and truth values are taken as written. */
    public String text() {
        if (node instanceof ScalarNode scalar && !isEmpty()) {
            return scalar.getValue();
        }
        throw wrong("must be a text");
    }

    /** A whole number of 1 or more. */
    public int positive() {
        if (node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.INT)
                && scalar.getValue().matches("[1-9][0-9]{0,5}")) {
            return Integer.parseInt(scalar.getValue());
        }
        throw wrong("must be a whole number from 1 to 999999");
    }

    /** A number above 0 up to 1. */
    public double share() {
        if (isText() && text().matches("0\\.[0-9]{1,6}|1(\\.0{1,6})?")) {
            double share = Double.parseDouble(text());
            if (share > 0) {
                return share;
            }
        }
        throw wrong("must be a number above 0 and at most 1, such as 0.98");
    }

    /** A truth value. */
    public boolean flag() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            return Boolean.parseBoolean(scalar.getValue());
        }
        throw wrong("must be true or false");
    }

    /** The values of a list. */
    public List<YamlField> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("must be a list, for example [one, two]");
        }
        return sequence.getValue().stream()
                .map(item -> new YamlField(file, name, item))
                .toList();
    }

    /** A list of texts. */
    public List<String> texts() {
        return items().stream().map(YamlField::text).toList();
    }

    /** An error about this value, at its place. */
    public InputException error(String message) {
        return new InputException(location(), message);
    }

    private InputException wrong(String expected) {
        return error((name.isEmpty() ? "the file" : name) + " " + expected);
    }

    private String child(String key) {
        return name.isEmpty() ? key : name + "." + key;
    }

    private SourceLocation location() {
        return node.getStartMark()
                .map(mark -> new SourceLocation(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> new SourceLocation(file, 1, 1));
    }
}
