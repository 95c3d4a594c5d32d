package dev.assay.prompt.frontmatter;

import dev.assay.prompt.frontmatter.Settings.Place;
import dev.assay.prompt.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 (core schema) into plain values with places. Keys must be unique; size, depth and aliases are limited. */
public final class SettingsReader {
    private static final int MOST_CHARACTERS = 500_000;
    private static final int MOST_VALUES = 20_000;
    /** Aliases can make a short text into long values. */
    private static final int MOST_EXPANDED = 2_000_000;

    private static final int DEEPEST = 64;

    private static final CoreSchema SCHEMA = new CoreSchema();
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(SCHEMA)
            .setCodePointLimit(MOST_CHARACTERS)
            .setMaxAliasesForCollections(50)
            .build();

    private final String yaml;
    private final int offset;
    private final int[] codePointStarts;
    private final Map<List<String>, Place> places = new HashMap<>();
    private int values;
    private int expanded;

    private SettingsReader(String yaml, int offset) {
        this.yaml = yaml;
        this.offset = offset;
        this.codePointStarts = codePointStarts(yaml);
    }

    /** Reads the stretch of {@code text} from one offset to another. */
    public static Settings read(String text, int from, int to) {
        var reader = new SettingsReader(text.substring(from, to), from);
        try {
            return reader.read();
        } catch (MarkedYamlEngineException e) {
            return reader.broken(e.getProblem(), e.getProblemMark().or(e::getContextMark));
        } catch (YamlEngineException | IllegalArgumentException e) {
            return reader.broken(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private Settings read() {
        limitDepth();
        Node root = new Compose(SETTINGS).composeString(yaml).orElse(null);
        if (root == null || root.getTag().equals(Tag.NULL)) {
            return Settings.EMPTY;
        }
        if (!(root instanceof MappingNode map)) {
            throw new MarkedProblem("front matter consists of 'key: value' lines", root.getStartMark());
        }
        return new Settings(mapping(map, List.of()), Map.copyOf(places), null);
    }

    /** The composer recurses, so the depth is checked on the events first. */
    private void limitDepth() {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(yaml)) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw new MarkedProblem("values are nested more than " + DEEPEST + " deep", event.getStartMark());
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private Map<String, Object> mapping(MappingNode node, List<String> path) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                throw new MarkedProblem(
                        "a key must be a word", tuple.getKeyNode().getStartMark());
            }
            String key = text(keyNode);
            if (map.containsKey(key)) {
                throw new MarkedProblem(
                        "the key '" + key + "' stands here for the second time: keep one of them",
                        keyNode.getStartMark());
            }
            List<String> inner = append(path, key);
            places.put(inner, place(keyNode, tuple.getValueNode()));
            map.put(key, value(tuple.getValueNode(), inner));
        }
        return nonNull(map);
    }

    private @Nullable Object value(Node node, List<String> path) {
        if (++values > MOST_VALUES || path.size() > DEEPEST) {
            throw new MarkedProblem("too many values: aliases may repeat them only so often", node.getStartMark());
        }
        return switch (node) {
            case MappingNode map -> mapping(map, path);
            case SequenceNode sequence -> sequence(sequence, path);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new MarkedProblem("this alias cannot be resolved", node.getStartMark());
        };
    }

    private List<Object> sequence(SequenceNode node, List<String> path) {
        var list = new ArrayList<@Nullable Object>();
        for (Node element : node.getValue()) {
            List<String> inner = append(path, String.valueOf(list.size()));
            places.put(inner, place(element, element));
            list.add(value(element, inner));
        }
        return nonNull(list);
    }

    private @Nullable Object scalar(ScalarNode node) {
        String text = text(node);
        if (node.getTag().equals(Tag.STR)) {
            return text;
        }
        ConstructNode constructor = SCHEMA.getSchemaTagConstructors().get(node.getTag());
        if (constructor == null) {
            throw new MarkedProblem(
                    "the tag " + node.getTag().getValue() + " is not known here: leave it out", node.getStartMark());
        }
        Object value = constructor.construct(node);
        return value instanceof Integer whole ? (Object) whole.longValue() : value;
    }

    private String text(ScalarNode node) {
        expanded += node.getValue().length();
        if (expanded > MOST_EXPANDED) {
            throw new MarkedProblem("too much text: aliases may repeat it only so often", node.getStartMark());
        }
        return node.getValue();
    }

    private Place place(Node key, Node value) {
        return new Place(
                at(key.getStartMark()), at(key.getEndMark()), at(value.getStartMark()), at(value.getEndMark()));
    }

    /** Marks count code points; offsets here count {@code char}s. */
    private int at(Optional<Mark> mark) {
        int index = mark.map(Mark::getIndex).orElse(0);
        return offset + codePointStarts[Math.min(index, codePointStarts.length - 1)];
    }

    private static int[] codePointStarts(String text) {
        int[] starts = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 0, point = 0; i <= text.length() && point < starts.length; point++) {
            starts[point] = i;
            i += i < text.length() ? Character.charCount(text.codePointAt(i)) : 1;
        }
        return starts;
    }

    private Settings broken(String why, Optional<Mark> mark) {
        int start = at(mark);
        int end = start;
        while (end < offset + yaml.length() && yaml.charAt(end - offset) != '\n' && yaml.charAt(end - offset) != '\r') {
            end++;
        }
        String line = why.lines().findFirst().orElse("").strip();
        return new Settings(
                Map.of(),
                Map.of(),
                new Problem("invalid-yaml", "the front matter is not valid YAML: " + line, start, end));
    }

    private static List<String> append(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }

    /** A value may be null in YAML; the maps and lists that users see are declared without, and copied as they are. */
    @SuppressWarnings("NullAway")
    private static Map<String, Object> nonNull(Map<String, @Nullable Object> map) {
        return java.util.Collections.unmodifiableMap(map);
    }

    @SuppressWarnings("NullAway")
    private static List<Object> nonNull(List<@Nullable Object> list) {
        return java.util.Collections.unmodifiableList(list);
    }

    /** A mistake that YAML allows and we do not. */
    private static final class MarkedProblem extends MarkedYamlEngineException {
        private static final long serialVersionUID = 1L;

        MarkedProblem(String problem, Optional<Mark> mark) {
            super(null, Optional.empty(), problem, mark);
        }
    }
}
