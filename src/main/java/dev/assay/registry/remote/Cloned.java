package dev.assay.registry.remote;

import java.nio.file.Path;
import java.util.List;

/**
 * A workspace that was made out of a remote.
 *
 * @param folder where it is
 * @param branch what is checked out
 * @param remarks what of the remote could not come along, for the user
 */
public record Cloned(Path folder, String branch, List<String> remarks) {
    public Cloned {
        remarks = List.copyOf(remarks);
    }
}
