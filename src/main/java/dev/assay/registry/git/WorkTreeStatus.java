package dev.assay.registry.git;

import dev.assay.llm.StorageException;
import java.util.Collection;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.NoWorkTreeException;

/** How files differ from the index and the last commit; one walk for all of them. */
public final class WorkTreeStatus {
    private final GitWorkspace workspace;

    public WorkTreeStatus(GitWorkspace workspace) {
        this.workspace = workspace;
    }

    /** The status of files or folders under the workspace; its paths count from the top of the repository. */
    public Status of(Collection<String> files) {
        WorkspacePaths paths = workspace.paths();
        try (var git = new Git(workspace.repository())) {
            var command = git.status();
            files.forEach(file -> command.addPath(paths.inRepository(file)));
            return command.call();
        } catch (GitAPIException | JGitInternalException | NoWorkTreeException e) {
            throw new StorageException(
                    "Git cannot read the status of " + paths.root() + ": " + GitFailures.reason(e)
                            + "; see what git status says there",
                    e);
        }
    }

    /** Whether git leaves the file out; it reports a wholly ignored folder as one. */
    public static boolean isIgnored(Status status, String path) {
        return status.getIgnoredNotInIndex().stream()
                .anyMatch(ignored -> path.equals(ignored) || path.startsWith(ignored + "/"));
    }
}
