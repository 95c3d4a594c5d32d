package dev.assay.prompt.assist.completion;

import java.util.List;

/** The keys that front matter may have, by place. */
final class FrontMatterKeys {
    /**
     * A key.
     *
     * @param line what it is for
     * @param map has keys of its own below it
     */
    record Key(String name, String line, boolean map) {
        /** What follows the key when it is written. */
        String opening(int indent) {
            return map ? ":\n" + " ".repeat(indent + 2) : ": ";
        }
    }

    private static final List<Key> TOP = List.of(
            new Key("model", "The model to run on: provider/model", false),
            new Key("description", "What the prompt is for", false),
            new Key("input", "The inputs: schema and defaults", true),
            new Key("output", "The form of the answer", true),
            new Key("config", "Parameters of the model", true),
            new Key("tools", "Names of tools the model may call", false),
            new Key("toolDefs", "Tools defined here", false),
            new Key("name", "Name of the prompt, where it is not the file's", false),
            new Key("variant", "Name of the variant", false),
            new Key("version", "Version of the prompt", false),
            new Key("assay.tags", "Tags for searching", false),
            new Key("assay.metrics", "What answers are measured by where nobody says otherwise", false),
            new Key("assay.ignore", "Names of findings not to report here", false));
    private static final List<Key> CONFIG = List.of(
            new Key("temperature", "How freely the model chooses words, from 0", false),
            new Key("maxOutputTokens", "Longest answer, in tokens", false),
            new Key("topP", "Share of likely words to choose from, 0 to 1", false),
            new Key("topK", "Number of likely words to choose from", false),
            new Key("seed", "Makes answers repeatable where the model can", false),
            new Key("stopSequences", "Texts that end the answer", false),
            new Key("contextTokens", "Size of the context window, in tokens", false),
            new Key("frequencyPenalty", "Dislike of words the more often they came, -2 to 2", false),
            new Key("presencePenalty", "Dislike of words that came already, -2 to 2", false),
            new Key("reasoningEffort", "How long to reason: none, minimal, low, medium, high, xhigh, max", false),
            new Key("toolChoice", "Whether to call tools: auto, none, required, or a tool's name", false));
    private static final List<Key> INPUT = List.of(
            new Key("schema", "Name and type of each input", true),
            new Key("default", "Values where none are given", true));
    private static final List<Key> OUTPUT = List.of(
            new Key("format", "json or text", false), new Key("schema", "Fields of the answer and their types", true));
    private static final List<Key> TOOL = List.of(
            new Key("name", "Name of the tool", false),
            new Key("description", "What the tool does", false),
            new Key("inputSchema", "What the tool is given", true),
            new Key("outputSchema", "What the tool answers", true));
    private static final List<Key> JSON_SCHEMA = List.of(
            new Key("type", "Type of the value", false),
            new Key("description", "What the value is for", false),
            new Key("properties", "Fields of an object", true),
            new Key("required", "Fields that must be given", false),
            new Key("items", "Type of the elements", true),
            new Key("enum", "The values allowed", false));

    private FrontMatterKeys() {}

    /** The keys below these parents. */
    static List<Key> below(List<String> parents, boolean jsonSchema) {
        if (jsonSchema) {
            return parents.getLast().equals("properties") ? List.of() : JSON_SCHEMA;
        }
        return switch (String.join(".", parents)) {
            case "" -> TOP;
            case "config" -> CONFIG;
            case "input" -> INPUT;
            case "output" -> OUTPUT;
            case "toolDefs" -> TOOL;
            default -> List.of();
        };
    }
}
