package dev.assay.prompt.frontmatter;

import dev.assay.llm.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What front matter may refer to by name.
 *
 * @param schemas JSON Schemas for Picoschema
 * @param tools for {@code tools}
 * @param faults definitions that cannot be used, and why
 * @param complete whether there are no others, so that another tool's name is a mistake
 * @param files where they are defined, {@code tools/find} in {@code tools/find.yaml}; broken ones too
 */
public record Definitions(
        Map<String, Map<String, Object>> schemas,
        Map<String, ToolDefinition> tools,
        List<Fault> faults,
        boolean complete,
        Map<String, String> files) {
    /** Nothing is known to be defined; tools may be elsewhere. */
    public static final Definitions NONE = new Definitions(Map.of(), Map.of());

    /** The folders of a workspace that they are kept in. */
    public static final String SCHEMAS = "schemas/";

    public static final String TOOLS = "tools/";

    /**
     * A definition that cannot be used.
     *
     * @param name what it would be referred to by
     * @param place its file, line and column
     * @param message what is wrong and the mend, one line
     */
    public record Fault(String name, SourceLocation place, String message) {
        @Override
        public String toString() {
            return place + ": " + message;
        }
    }

    public Definitions {
        schemas = Map.copyOf(schemas);
        tools = Map.copyOf(tools);
        faults = List.copyOf(faults);
        files = Map.copyOf(files);
    }

    /** Some definitions; tools may be elsewhere. */
    public Definitions(Map<String, Map<String, Object>> schemas, Map<String, ToolDefinition> tools) {
        this(schemas, tools, List.of(), false, Map.of());
    }

    /** The file under the workspace that defines that name of that folder, if it is known. */
    public Optional<String> file(String folder, String name) {
        return Optional.ofNullable(files.get(folder + name));
    }

    /** Why the definition of that name in that folder cannot be used; empty where there is none or nothing is wrong. */
    public Optional<Fault> fault(String folder, String name) {
        return faults.stream()
                .filter(fault ->
                        fault.name().equals(name) && fault.place().file().startsWith(folder))
                .findFirst();
    }
}
