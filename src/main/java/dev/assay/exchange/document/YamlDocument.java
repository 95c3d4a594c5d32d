package dev.assay.exchange.document;

import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
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
import org.snakeyaml.engine.v2.common.ScalarStyle;
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

/** Reads YAML 1.2: size, depth and what aliases unfold to are limited. Places are lines. */
public final class YamlDocument {
    private static final int MOST_CHARACTERS = 10_000_000;
    private static final int MOST_VALUES = 200_000;
    private static final int DEEPEST = 100;
    private static final int MOST_ALIASES = 200;

    private static final CoreSchema SCHEMA = new CoreSchema();
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(SCHEMA)
            .setCodePointLimit(MOST_CHARACTERS)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .build();

    private final String file;
    private final int firstLine;
    private final Map<List<String>, Integer> lines = new HashMap<>();
    private int values;

    private YamlDocument(String file, int firstLine) {
        this.file = file;
        this.firstLine = firstLine;
    }

    /**
     * Reads a document.
     *
     * @param file how messages name it
     * @throws InputException naming line and column, where it is not YAML or passes a limit
     */
    public static Value read(String file, String text) {
        return read(file, text, 1);
    }

    /**
     * Reads a document that begins at a line of a file.
     *
     * @param firstLine the number of that line
     */
    public static Value read(String file, String text, int firstLine) {
        var reader = new YamlDocument(file, firstLine);
        try {
            return reader.read(text);
        } catch (MarkedYamlEngineException e) {
            throw reader.error(e.getProblem(), e.getProblemMark().or(e::getContextMark));
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw reader.error(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private Value read(String text) {
        limitDepth(text);
        Node root = new Compose(SETTINGS).composeString(text).orElse(null);
        Object raw = root == null ? null : value(root, List.of());
        return new Value(raw, List.of(), this::place);
    }

    private String place(List<String> path) {
        for (int length = path.size(); length > 0; length--) {
            Integer line = lines.get(path.subList(0, length));
            if (line != null) {
                return "line " + line;
            }
        }
        return "line " + firstLine;
    }

    /** The composer recurses, so the depth is checked on the events first. */
    private void limitDepth(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw error("values are nested more than " + DEEPEST + " deep", event.getStartMark());
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private @Nullable Object value(Node node, List<String> path) {
        if (++values > MOST_VALUES || path.size() > DEEPEST) {
            throw error("it unfolds to more than " + MOST_VALUES + " values", node.getStartMark());
        }
        return switch (node) {
            case MappingNode map -> mapping(map, path);
            case SequenceNode sequence -> sequence(sequence, path);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw error("this alias cannot be resolved", node.getStartMark());
        };
    }

    private Map<String, @Nullable Object> mapping(MappingNode node, List<String> path) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw error("a key must be a word", tuple.getKeyNode().getStartMark());
            }
            List<String> inner = append(path, key.getValue());
            key.getStartMark().ifPresent(mark -> lines.putIfAbsent(inner, firstLine + mark.getLine()));
            if (map.containsKey(key.getValue())) {
                throw error("the key '" + key.getValue() + "' stands here for the second time", key.getStartMark());
            }
            map.put(key.getValue(), value(tuple.getValueNode(), inner));
        }
        return map;
    }

    private List<@Nullable Object> sequence(SequenceNode node, List<String> path) {
        var list = new ArrayList<@Nullable Object>();
        for (Node element : node.getValue()) {
            List<String> inner = append(path, String.valueOf(list.size()));
            element.getStartMark().ifPresent(mark -> lines.putIfAbsent(inner, firstLine + mark.getLine()));
            list.add(value(element, inner));
        }
        return list;
    }

    private static @Nullable Object scalar(ScalarNode node) {
        ConstructNode constructor = SCHEMA.getSchemaTagConstructors().get(node.getTag());
        if (node.getTag().equals(Tag.STR) || node.getScalarStyle() != ScalarStyle.PLAIN || constructor == null) {
            return node.getValue();
        }
        Object value = constructor.construct(node);
        return value instanceof Integer whole ? (Object) whole.longValue() : value;
    }

    private InputException error(String why, Optional<Mark> mark) {
        String line = why.lines().findFirst().orElse("").strip();
        return new InputException(
                new SourceLocation(
                        file,
                        firstLine + mark.map(Mark::getLine).orElse(0),
                        mark.map(Mark::getColumn).orElse(0) + 1),
                "This is not proper YAML: " + line);
    }

    private static List<String> append(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
