package dev.assay.prompt.definition;

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

    /** Whether a file of that path is a definition. */
    public static boolean is(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return !file.startsWith(".") && (file.endsWith(".yaml") || file.endsWith(".yml") || file.endsWith(".json"));
    }
}
