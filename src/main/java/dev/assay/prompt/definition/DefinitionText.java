package dev.assay.prompt.definition;

import dev.assay.prompt.frontmatter.Definitions;

/**
 * A file that defines a schema or a tool.
 *
 * @param path under the workspace: {@code schemas/Address.yaml}, {@code tools/find.json}
 * @param text the whole text, YAML or JSON
 */
public record DefinitionText(String path, String text) {

    /** What prompts refer to it by: the path under its folder without ending. */
    public String name() {
        return nameOf(path);
    }

    /** What prompts refer to the definition at that path by. */
    public static String nameOf(String path) {
        String file = path.substring(path.indexOf('/') + 1);
        return file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
    }

    /** The folder of its kind, {@code schemas/} or {@code tools/}. */
    public String folder() {
        return path.substring(0, path.indexOf('/') + 1);
    }

    /**
     * What a new definition begins with.
     *
     * @param folder of its kind
     * @param name what prompts refer to it by
     */
    public static DefinitionText start(String folder, String name) {
        String text = folder.equals(Definitions.TOOLS)
                ? "description: What it does, and when to call it\ninputSchema:\n  query: string, what to look for\n"
                : "name: string, what it is called\n";
        return new DefinitionText(folder + name + ".yaml", text);
    }

    /** Whether a definition in that folder may be called so. */
    public static boolean mayBeCalled(String folder, String name) {
        String problem = folder.equals(Definitions.TOOLS)
                ? DefinitionNames.problemOfTool(name)
                : DefinitionNames.problemOf(name);
        return problem == null;
    }

    /** Whether a file of that path is a definition. */
    public static boolean is(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return !file.startsWith(".") && (file.endsWith(".yaml") || file.endsWith(".yml") || file.endsWith(".json"));
    }
}
