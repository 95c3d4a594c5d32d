package dev.assay.cli.session;

import java.nio.file.Path;

/** Opens the window. Given to the command line from outside, for it does not know the window. */
@FunctionalInterface
public interface WindowOpener {

    /**
     * Opens the window on a workspace and returns when it is closed.
     *
     * @throws dev.assay.llm.StorageException where the system cannot show a window
     */
    void open(Path workspace);
}
