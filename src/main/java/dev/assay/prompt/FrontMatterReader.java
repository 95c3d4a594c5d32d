package dev.assay.prompt;

import dev.assay.llm.NearestName;
import dev.assay.llm.Tool;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.prompt.frontmatter.ToolDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns the settings of a file into {@link FrontMatter}; a setting of the wrong kind is reported and left out. */
final class FrontMatterReader {
    private final SettingsCheck check;
    private final Map<String, Object> raw;

    FrontMatterReader(SettingsCheck check) {
        this.check = check;
        this.raw = check.settings().values();
    }

    FrontMatter read() {
        Map<String, Object> input = map("input");
        Map<String, Object> output = map("output");
        List<String> inputSchema = List.of("input", "schema");
        var tools = new ArrayList<String>();
        List<ToolDefinition> toolDefs = tools(tools);
        return new FrontMatter(
                text("name"),
                text("variant"),
                text("version"),
                text("description"),
                text("model"),
                tools,
                toolDefs,
                map("config"),
                check.map(input.get("default"), List.of("input", "default")),
                input.get("schema") instanceof String ? Map.of() : check.map(input.get("schema"), inputSchema),
                check.text(output.get("format"), List.of("output", "format")),
                output.get("schema"),
                check.dialect().isStrict() ? map("metadata") : Map.of(),
                extensions(raw),
                raw);
    }

    private Map<String, Object> map(String key) {
        return check.map(raw.get(key), List.of(key));
    }

    private @Nullable String text(String key) {
        return check.text(raw.get(key), List.of(key));
    }

    /** A key with dots belongs to a namespace: {@code a.b.c: v} is key {@code c} of {@code a.b}. */
    private static Map<String, Map<String, Object>> extensions(Map<String, Object> raw) {
        var extensions = new LinkedHashMap<String, Map<String, Object>>();
        raw.forEach((key, value) -> {
            int dot = key.lastIndexOf('.');
            if (dot > 0) {
                extensions
                        .computeIfAbsent(key.substring(0, dot), namespace -> new LinkedHashMap<>())
                        .put(key.substring(dot + 1), value);
            }
        });
        return extensions;
    }

    /** The tools that are defined; names that nobody has defined are added to {@code unknown}. */
    private List<ToolDefinition> tools(List<String> unknown) {
        var defined = new LinkedHashMap<String, ToolDefinition>();
        Set<String> own = ownTools();
        List<?> named = check.list(raw.get("tools"), List.of("tools"));
        for (int i = 0; i < named.size(); i++) {
            String name = check.text(named.get(i), List.of("tools", String.valueOf(i)));
            if (name != null && check.definitions().tools().containsKey(name)) {
                defined.put(name, check.definitions().tools().get(name));
            } else if (name != null && !own.contains(name)) {
                unknown.add(name);
                requireKnown(name, own, List.of("tools", String.valueOf(i)));
            }
        }
        List<?> written = check.list(raw.get("toolDefs"), List.of("toolDefs"));
        for (int i = 0; i < written.size(); i++) {
            List<String> path = List.of("toolDefs", String.valueOf(i));
            ToolDefinition tool = tool(written.get(i), path);
            if (tool != null && defined.put(tool.name(), tool) != null) {
                check.wrong(path, "defines the tool '" + tool.name() + "' again: keep one definition");
            }
        }
        return List.copyOf(defined.values());
    }

    /** The names under {@code toolDefs}, which {@code tools} may repeat by Assay's rules. */
    private Set<String> ownTools() {
        var names = new TreeSet<String>();
        if (check.dialect().isStrict() && raw.get("toolDefs") instanceof List<?> written) {
            for (Object tool : written) {
                if (tool instanceof Map<?, ?> fields && fields.get("name") instanceof String name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Where all tools are known, another is a mistake; the model would be sent a prompt without its tool. */
    private void requireKnown(String name, Set<String> own, List<String> path) {
        Definitions definitions = check.definitions();
        if (definitions.complete() && check.dialect().isStrict()) {
            var known = new TreeSet<>(own);
            known.addAll(definitions.tools().keySet());
            String message = definitions
                    .fault(Definitions.TOOLS, name)
                    .map(fault -> "the tool '" + name + "' cannot be used: " + fault)
                    .orElseGet(() -> "there is no tool '" + name + "': define it in tools/" + name
                            + ".yaml, or here under toolDefs"
                            + NearestName.hint(name, known));
            check.unknown("unknown-tool", path, message);
        }
    }

    private @Nullable ToolDefinition tool(@Nullable Object written, List<String> path) {
        Map<String, Object> tool = check.map(written, path);
        String name = check.text(tool.get("name"), in(path, "name"));
        Map<String, Object> inputs = check.schema(tool.get("inputSchema"), in(path, "inputSchema"));
        Object output = tool.get("outputSchema");
        if (name == null || name.isBlank() || !tool.containsKey("inputSchema")) {
            check.wrong(path, "needs a name and an inputSchema: - {name: find, inputSchema: {query: string}}");
            return null;
        }
        if (check.dialect().isStrict() && !Tool.isName(name)) {
            check.wrong(in(path, "name"), "'" + name + "' must be 1 to 64 letters, digits, _, - or .");
        }
        return new ToolDefinition(
                name,
                check.text(tool.get("description"), in(path, "description")),
                inputs,
                output == null ? null : check.schema(output, in(path, "outputSchema")));
    }

    private static List<String> in(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }
}
