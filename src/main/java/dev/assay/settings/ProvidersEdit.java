package dev.assay.settings;

import dev.assay.llm.AssayException;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Changes {@code providers.yaml} without touching what else stands in it: comments, order and layout stay. */
public final class ProvidersEdit {
    private static final String LAYOUT = "the layout of this file leaves no place for another provider: add by hand";

    private ProvidersEdit() {}

    /**
     * Adds a provider made from a preset at the end of the file, which is created where it is not there.
     *
     * @param baseUrl its address; empty for the preset's own
     * @throws InputException where the name is taken, or the file is wrong or laid out so that nothing can be added; it
     *     is then left as it was
     * @throws StorageException where the file cannot be read or written
     */
    public static void add(Path file, String name, Preset preset, Optional<String> baseUrl) {
        ProvidersFile.read(file, Map.of());
        try {
            String label = file.getFileName().toString();
            String text = Files.exists(file) ? Files.readString(file) : "";
            WholeFile.write(file, add(label, text, name, preset, baseUrl));
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The text with the provider in it. */
    static String add(String file, String text, String name, Preset preset, Optional<String> baseUrl) {
        List<String> before = names(file, text);
        if (before.contains(name)) {
            throw new InputException(file + " has a provider " + name + " already: give the new one another name");
        }
        String eol = text.contains("\r\n") ? "\r\n" : "\n";
        List<String> entry = new ArrayList<>(List.of(name + ":", "  preset: " + preset.name()));
        baseUrl.ifPresent(
                url -> entry.add("  baseUrl: \"" + url.replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
        String changed = insert(text, providers(file, text), entry, eol);
        List<String> expected = new ArrayList<>(before);
        expected.add(name);
        if (!names(file, changed, String.join(" ", entry)).equals(expected)) {
            throw new InputException(file + ": " + LAYOUT + " " + String.join(" / ", entry));
        }
        return changed;
    }

    private static String insert(String text, @Nullable Node providers, List<String> entry, String eol) {
        if (providers instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.FLOW) {
            // An empty {} is written out; into braces with something between nothing is squeezed.
            int start = offset(text, mapping.getStartMark());
            int end = offset(text, mapping.getEndMark());
            return text.substring(0, start).stripTrailing()
                    + eol
                    + block(entry, "  ", eol).stripTrailing()
                    + text.substring(end);
        }
        String whole = text.isEmpty() || text.endsWith("\n") ? text : text + eol;
        if (providers instanceof MappingNode mapping) {
            int column = mapping.getValue()
                    .getFirst()
                    .getKeyNode()
                    .getStartMark()
                    .map(Mark::getColumn)
                    .orElse(2);
            int at = afterLastSetting(whole, offset(text, mapping.getEndMark()));
            return whole.substring(0, at) + block(entry, " ".repeat(column), eol) + whole.substring(at);
        }
        if (providers != null) {
            int line = whole.indexOf('\n', offset(text, providers.getStartMark()) - 1);
            int at = line < 0 ? whole.length() : line + 1;
            return whole.substring(0, at) + block(entry, "  ", eol) + whole.substring(at);
        }
        return whole + "providers:" + eol + block(entry, "  ", eol);
    }

    /** A mapping ends where the next thing begins: the comments between belong to that. */
    private static int afterLastSetting(String text, int end) {
        int at = text.length() == end || text.charAt(end - 1) == '\n' ? end : text.indexOf('\n', end) + 1;
        while (at > 0) {
            int line = text.lastIndexOf('\n', at - 2) + 1;
            String content = text.substring(line, at).strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                return at;
            }
            at = line;
        }
        return at;
    }

    private static String block(List<String> lines, String indent, String eol) {
        var block = new StringBuilder();
        lines.forEach(line -> block.append(indent).append(line).append(eol));
        return block.toString();
    }

    private static int offset(String text, Optional<Mark> mark) {
        return text.offsetByCodePoints(
                0, Math.min(mark.orElseThrow().getIndex(), text.codePointCount(0, text.length())));
    }

    private static @Nullable Node providers(String file, String text) {
        Optional<YamlField> root = YamlFile.parse(file, text);
        if (root.isEmpty() || root.get().isEmpty()) {
            return null;
        }
        YamlField field = root.get().fields(Set.of("providers")).get("providers");
        return field == null ? null : field.node();
    }

    private static List<String> names(String file, String text) {
        return ProvidersFile.parse(file, text, Map.of()).stream()
                .map(ProviderSettings::name)
                .toList();
    }

    private static List<String> names(String file, String changed, String entry) {
        try {
            return names(file, changed);
        } catch (AssayException e) {
            throw new InputException(file + " cannot take " + entry + ": " + e.getMessage());
        }
    }
}
