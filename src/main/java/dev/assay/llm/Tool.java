package dev.assay.llm;

/**
 * A tool that a model may ask to have called.
 *
 * @param name letters, digits, underscore, hyphen and dot only, at most 64
 * @param description what it does, for the model to choose by; may be empty
 * @param inputSchema a JSON Schema of its arguments, as JSON text
 */
public record Tool(String name, String description, String inputSchema) {
    public Tool {
        if (!isName(name)) {
            throw new InputException("Tool name '" + name + "' must be 1 to 64 letters, digits, _, - or .");
        }
    }

    /** Whether a tool may be called so. */
    public static boolean isName(String name) {
        return name.matches("[A-Za-z0-9_.-]{1,64}");
    }
}
