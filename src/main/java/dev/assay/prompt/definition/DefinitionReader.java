package dev.assay.prompt.definition;

import dev.assay.llm.SourceLocation;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.Definitions.Fault;
import dev.assay.prompt.frontmatter.Settings;
import dev.assay.prompt.frontmatter.SettingsReader;
import dev.assay.prompt.frontmatter.ToolDefinition;
import dev.assay.prompt.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns files of definitions into what prompts may refer to. What is wrong with one file does not hide the others. */
public final class DefinitionReader {
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, DefinitionFile> schemas = new TreeMap<>();
    private final Map<String, DefinitionFile> tools = new TreeMap<>();
    private final Map<String, String> places = new TreeMap<>();

    private DefinitionReader() {}

    /**
     * Reads all definitions of a workspace.
     *
     * @param unread files that could not be read
     */
    public static Definitions read(List<DefinitionText> files, List<Fault> unread) {
        var reader = new DefinitionReader();
        reader.faults.addAll(unread);
        files.forEach(reader::open);
        Map<String, Map<String, Object>> named = new NamedSchemas(reader.schemas, reader.faults).resolve();
        var tools = new TreeMap<String, ToolDefinition>();
        reader.tools.forEach((name, file) -> {
            ToolDefinition tool = reader.tool(name, file, named);
            if (tool != null) {
                tools.put(name, tool);
            }
        });
        return new Definitions(named, tools, reader.faults, true, reader.places);
    }

    private void open(DefinitionText written) {
        var source = new SourceText(written.path(), written.text());
        Settings settings =
                SettingsReader.read(written.text(), 0, written.text().length());
        var file = new DefinitionFile(source, settings);
        places.putIfAbsent(written.folder() + written.name(), written.path());
        boolean isTool = written.path().startsWith(Definitions.TOOLS);
        String wrong =
                isTool ? DefinitionNames.problemOfTool(written.name()) : DefinitionNames.problemOf(written.name());
        if (settings.problem() != null) {
            String message = settings.problem().message().replace("the front matter is", "it is");
            faults.add(
                    new Fault(written.name(), source.locate(settings.problem().start()), message));
        } else if (wrong != null) {
            faults.add(fault(written, wrong));
        } else if (settings.values().isEmpty()) {
            faults.add(fault(
                    written,
                    isTool
                            ? "it defines nothing: write description and inputSchema"
                            : "it defines nothing: write fields, such as 'street: string'"));
        } else {
            DefinitionFile other = (isTool ? tools : schemas).putIfAbsent(written.name(), file);
            if (other != null) {
                faults.add(fault(
                        written,
                        "'" + written.name() + "' is defined in "
                                + other.source().file() + " already: keep one"));
            }
        }
    }

    private static Fault fault(DefinitionText written, String message) {
        return new Fault(written.name(), new SourceLocation(written.path(), 1, 1), message);
    }

    private @Nullable ToolDefinition tool(String name, DefinitionFile file, Map<String, Map<String, Object>> named) {
        Map<String, Object> values = file.settings().values();
        int before = faults.size();
        Object own = values.get("name");
        if (own != null && !own.equals(name)) {
            faults.add(file.fault(
                    name, List.of("name"), "the tool is called by its file's name, '" + name + "': make both equal"));
        }
        if (!values.containsKey("inputSchema")) {
            faults.add(file.fault(name, List.of(), "a tool needs an inputSchema: 'inputSchema: {query: string}'"));
        }
        Map<String, Object> inputs = schema(name, file, "inputSchema", named);
        Map<String, Object> output =
                values.get("outputSchema") == null ? null : schema(name, file, "outputSchema", named);
        Object description = values.get("description");
        if (description instanceof Map || description instanceof List) {
            faults.add(file.fault(name, List.of("description"), "'description' must be text"));
        }
        return faults.size() > before
                ? null
                : new ToolDefinition(name, description == null ? null : description.toString(), inputs, output);
    }

    private Map<String, Object> schema(
            String name, DefinitionFile file, String key, Map<String, Map<String, Object>> named) {
        Object written = file.settings().values().get(key);
        if (written == null) {
            return new LinkedHashMap<>();
        }
        var converted =
                file.convert(name, written, List.of(key), new Definitions(named, Map.of(), faults, true, Map.of()));
        faults.addAll(converted.faults());
        return converted.schema();
    }
}
