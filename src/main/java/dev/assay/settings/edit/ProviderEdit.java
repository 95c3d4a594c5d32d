package dev.assay.settings.edit;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.settings.KeySource;
import dev.assay.settings.ProviderSettings;
import dev.assay.settings.ProvidersFile;
import dev.assay.settings.WholeFile;
import dev.assay.settings.YamlField;
import dev.assay.settings.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One provider of a {@code providers.yaml}, as its text has it now, to be looked at and changed. Every change is refused
 * with an {@link InputException}, and the file left as it was, where the result would be wrong.
 */
public final class ProviderEdit {
    private final Path file;
    private final String label;
    private final String name;

    /** The provider of that name in a file. */
    public ProviderEdit(Path file, String name) {
        this.file = file;
        this.label = file.getFileName().toString();
        this.name = name;
    }

    /**
     * What stands in the file for each field, variables not filled in; lists with commas. Fields that are not there are
     * left out.
     */
    public Map<ProviderField, String> values() {
        MappingNode entry = entry(read());
        var values = new EnumMap<ProviderField, String>(ProviderField.class);
        for (ProviderField field : ProviderField.values()) {
            @Nullable Node node = entry;
            for (String key : field.path()) {
                node = node instanceof MappingNode mapping
                        ? YamlText.find(mapping, key)
                                .map(NodeTuple::getValueNode)
                                .orElse(null)
                        : null;
            }
            String shown = shown(node);
            if (!shown.isEmpty()) {
                values.put(field, shown);
            }
        }
        return values;
    }

    private static String shown(@Nullable Node node) {
        if (node instanceof MappingNode mapping) {
            return HeaderLines.of(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(ProviderEdit::shown).collect(Collectors.joining(", "));
        }
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Sets a field; a blank value takes it out of the file, so that what is usual holds. */
    public void set(ProviderField field, String value) {
        String text = read();
        MappingNode entry = entry(text);
        String changed = field.isMap()
                ? setAll(text, field.path().getFirst(), HeaderLines.parse(value))
                : field.path().size() == 1
                        ? set(text, entry, field.path().getLast(), field, value)
                        : setInner(text, field.path().getFirst(), field.path().getLast(), value);
        write(text, changed, true);
    }

    /** One entry after the other, so that those that stay as they are keep their place and comments. */
    private String setAll(String text, String group, Map<String, String> wanted) {
        String changed = text;
        Map<String, String> before = YamlText.find(entry(text), group)
                .map(tuple -> HeaderLines.parse(shown(tuple.getValueNode())))
                .orElse(Map.of());
        for (var one : wanted.entrySet()) {
            if (!one.getValue().equals(before.get(one.getKey()))) {
                changed = setInner(changed, group, one.getKey(), one.getValue());
            }
        }
        for (String name : before.keySet()) {
            if (!wanted.containsKey(name)) {
                changed = setInner(changed, group, name, "");
            }
        }
        return changed;
    }

    private String setInner(String text, String group, String key, String value) {
        MappingNode entry = entry(text);
        @Nullable
        Node inner = YamlText.find(entry, group).map(NodeTuple::getValueNode).orElse(null);
        String written = value.isBlank() ? "" : scalar(value.strip());
        if (inner instanceof MappingNode mapping && !mapping.getValue().isEmpty() && !isOnly(mapping, key, value)) {
            return replace(text, mapping, key, written);
        }
        return replace(text, entry, group, written.isEmpty() ? "" : "{" + key + ": " + written + "}");
    }

    /** Takes the provider out of the file. */
    public void remove() {
        String text = read();
        MappingNode providers = providers(text);
        String changed = providers.getValue().size() == 1
                ? new YamlText(text).put(root(text), "providers", "{}")
                : new YamlText(text).remove(providers, name);
        write(text, changed, false);
    }

    private static boolean isOnly(MappingNode mapping, String key, String value) {
        return value.isBlank()
                && mapping.getValue().size() == 1
                && YamlText.find(mapping, key).isPresent();
    }

    private static String set(String text, MappingNode mapping, String key, ProviderField field, String value) {
        String written = value.isBlank() ? "" : field.isList() ? list(value) : scalar(value.strip());
        return replace(text, mapping, key, written);
    }

    private static String replace(String text, MappingNode mapping, String key, String written) {
        var yaml = new YamlText(text);
        if (!written.isEmpty()) {
            return yaml.put(mapping, key, written);
        }
        return YamlText.find(mapping, key).isPresent() ? yaml.remove(mapping, key) : text;
    }

    private static String list(String values) {
        return Arrays.stream(values.split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(ProviderEdit::scalar)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** As it is where no reader of YAML can take it for anything else. */
    private static String scalar(String value) {
        return value.matches("[A-Za-z0-9][A-Za-z0-9._/-]*")
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void write(String before, String changed, boolean stays) {
        if (changed.equals(before)) {
            return;
        }
        List<ProviderSettings> was = others(before);
        List<ProviderSettings> now = others(changed);
        if (!now.equals(was) || stays != names(changed).contains(name)) {
            throw new InputException(
                    label + ": the layout of this file leaves no place for this change: edit the file by hand");
        }
        WholeFile.write(file, changed);
    }

    private List<ProviderSettings> all(String text) {
        return ProvidersFile.parse(label, text, KeySource.of(Map.of()));
    }

    private List<ProviderSettings> others(String text) {
        return all(text).stream().filter(one -> !one.name().equals(name)).toList();
    }

    private List<String> names(String text) {
        return all(text).stream().map(ProviderSettings::name).toList();
    }

    private String read() {
        YamlFile.read(file);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": check that it is a readable file", e);
        }
    }

    private MappingNode root(String text) {
        return mapping(YamlFile.parse(label, text).map(YamlField::node).orElse(null));
    }

    private MappingNode providers(String text) {
        return mapping(YamlText.find(root(text), "providers")
                .map(NodeTuple::getValueNode)
                .orElse(null));
    }

    private MappingNode entry(String text) {
        return mapping(YamlText.find(providers(text), name)
                .map(NodeTuple::getValueNode)
                .orElse(null));
    }

    private MappingNode mapping(@Nullable Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw new InputException(label + " has no provider " + name + " any more");
    }
}
