package dev.assay.settings;

import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the YAML files of settings that a workspace holds. */
public final class YamlFile {
    private static final long LARGEST = 1 << 20;
    private static final int DEEPEST = 50;

    private YamlFile() {}

    /**
     * Reads a file; empty where it is not there or says nothing.
     *
     * @throws InputException naming file, line and column of what is no YAML
     * @throws StorageException where the file cannot be read
     */
    public static Optional<YamlField> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + " is no ordinary file: put a text file in its place");
        }
        try {
            requireReadable(file);
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new InputException(file + " is not UTF-8 text: save it as UTF-8");
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": check that it is a readable file", e);
        }
    }

    /** Reads the text of such a file; {@code name} is how messages call it. */
    public static Optional<YamlField> parse(String name, String text) {
        return compose(name, text).map(root -> new YamlField(name, "", root)).filter(root -> !root.isEmpty());
    }

    /** The file may come from a stranger's repository: a link there must not read the user's other files. */
    private static void requireReadable(Path file) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("").toRealPath();
        if (!file.toRealPath().startsWith(folder)) {
            throw new InputException(
                    file + " is a link that leads out of the workspace: put the file itself in its place");
        }
        if (Files.size(file) > LARGEST) {
            throw new InputException(file + " has " + (Files.size(file) >> 20)
                    + " MB, more than the 1 MB that settings may have: take out what is no setting");
        }
    }

    private static Optional<Node> compose(String name, String text) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            requireShallow(name, new Parse(settings).parseString(text));
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            var place = new SourceLocation(
                    name,
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1);
            throw new InputException(place, "this is not YAML: " + oneLine(e.getProblem()) + hint(text, place.line()));
        } catch (YamlEngineException e) {
            throw new InputException(
                    new SourceLocation(name, 1, 1), "this is not YAML: " + oneLine("" + e.getMessage()));
        }
    }

    /** What is nested for ever would exhaust the memory of whoever follows it. */
    private static void requireShallow(String name, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
                int column = event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
                throw new InputException(
                        new SourceLocation(name, line, column),
                        "values are nested more than " + DEEPEST + " deep, and no setting is");
            }
        }
    }

    /** The likeliest mistake of this file: a variable between braces, where YAML takes it for more braces. */
    private static String hint(String text, int line) {
        String faulty = text.lines().skip(line - 1L).findFirst().orElse("");
        return faulty.contains("${") ? ". Between braces, write \"${NAME}\" in quotes" : "";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
