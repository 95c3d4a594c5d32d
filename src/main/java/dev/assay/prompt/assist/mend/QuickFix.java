package dev.assay.prompt.assist.mend;

import dev.assay.prompt.assist.Replacement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to mend something: it edits the text, or makes a file.
 *
 * @param title what it does, as an order
 * @param edits of the text; may be empty
 * @param newFile the file to make, or null
 */
public record QuickFix(
        String title, List<Replacement> edits, @Nullable NewFile newFile) {
    public QuickFix {
        edits = List.copyOf(edits);
    }

    static QuickFix edit(String title, Replacement... edits) {
        return new QuickFix(title, List.of(edits), null);
    }

    /** The name under which a partial is stored: its last part begins with an underscore. */
    public static String fileName(String partial) {
        int slash = partial.lastIndexOf('/') + 1;
        return partial.substring(0, slash) + "_" + partial.substring(slash);
    }
}
