package dev.assay.cli.session;

import dev.assay.llm.InputException;
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

    /** The same of a command that works on no single revision: throws {@link InputException} where one is given. */
    public static String name(String argument) {
        PromptRef ref = parse(argument);
        if (ref.revision() != null) {
            throw new InputException(
                    "'" + argument + "' names a revision, which has no meaning in this place: write " + ref.name());
        }
        return ref.name();
    }
}
