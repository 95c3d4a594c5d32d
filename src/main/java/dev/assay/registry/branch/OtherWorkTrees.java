package dev.assay.registry.branch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** Other folders in which the same repository is checked out (git worktree). */
final class OtherWorkTrees {
    private OtherWorkTrees() {}

    /** Whether one of them has the branch checked out. */
    static boolean holds(Repository repository, String branch) throws IOException {
        Path own = repository.getDirectory().toPath().toRealPath();
        Path common = repository.getCommonDirectory().toPath().toRealPath();
        Path folder = common.resolve("worktrees");
        try (Stream<Path> others = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path other : Stream.concat(Stream.of(common), others).toList()) {
                Path head = other.resolve(Constants.HEAD);
                if (!other.equals(own)
                        && Files.exists(head)
                        && Files.readString(head).strip().equals("ref: " + Constants.R_HEADS + branch)) {
                    return true;
                }
            }
        }
        return false;
    }
}
