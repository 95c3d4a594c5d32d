package dev.assay.workbench;

import dev.assay.llm.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What lies in a workspace may come from a stranger: a link there must not read the user's other files.
 *
 * @param root the workspace folder
 */
record Inside(Path root) {

    /** The file itself; throws {@link InputException} where it lies in the workspace and leads out of it. */
    Path require(Path file) {
        Path normal = file.toAbsolutePath().normalize();
        if (normal.startsWith(root) && Files.exists(normal) && !isInside(normal)) {
            throw new InputException(root.relativize(normal)
                    + " is a link that leads out of the workspace: put the file" + " itself in its place");
        }
        return file;
    }

    private boolean isInside(Path file) {
        try {
            return file.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
