package dev.assay.ui.datasets;

import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Lets the user bring in the cases of a file. */
@FunctionalInterface
public interface CaseImport {

    /**
     * Asks for a file and what its columns are.
     *
     * @param prompt what the cases are for, or null
     * @param written hears the paths under the workspace of what was written
     */
    void open(Window owner, @Nullable String prompt, Consumer<List<String>> written);
}
