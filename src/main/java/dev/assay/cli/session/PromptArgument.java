package dev.assay.cli.session;

import dev.assay.prompt.PromptRef;

/** Reads a prompt as people type it: by name, or by its path as a shell completes it. */
public final class PromptArgument {
    private static final String FOLDER = "prompts/";
    private static final String ENDING = ".prompt";

    private PromptArgument() {}

    /** {@code NAME}, {@code NAME@REVISION}, or the same with {@code prompts/} before and {@code .prompt} after NAME. */
    public static PromptRef parse(String argument) {
        PromptRef asTyped = PromptRef.parse(argument);
        String name = asTyped.name();
        if (name.endsWith(ENDING)) {
            name = name.substring(0, name.length() - ENDING.length());
            name = name.startsWith(FOLDER) ? name.substring(FOLDER.length()) : name;
        }
        return new PromptRef(name, asTyped.revision());
    }
}
