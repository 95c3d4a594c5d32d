package dev.assay.prompt.definition;

import dev.assay.prompt.frontmatter.Picoschema;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How definitions may be called. */
final class DefinitionNames {
    /** What all providers take for the name of a function. */
    private static final Pattern TOOL = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");

    private static final Pattern SCHEMA = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_./-]{0,199}");

    private DefinitionNames() {}

    /** What is wrong with a schema's name and the mend, or null. */
    static @Nullable String problemOf(String name) {
        if (Picoschema.SCALARS.contains(name)) {
            return "it hides the type '" + name + "': give the file another name";
        }
        return SCHEMA.matcher(name).matches()
                ? null
                : "a schema's name has letters, digits, _ and - only: give the file another name";
    }

    /** What is wrong with a tool's name and the mend, or null. */
    static @Nullable String problemOfTool(String name) {
        return TOOL.matcher(name).matches()
                ? null
                : "models take names of tools of up to 64 letters a to z, digits, _ and - only: give the file another"
                        + " name, right under tools/";
    }
}
