package dev.assay.registry.conflict;

import dev.assay.llm.AssayException;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.GitFailures;
import java.io.IOException;
import java.time.Instant;
import org.eclipse.jgit.api.errors.AbortedByHookException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.InvalidPathException;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;

/** Work on a repository whose failures are said in words. */
public final class GitWork {
    private GitWork() {}

    /** Something to do with git. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException, GitAPIException;
    }

    /**
     * Does it.
     *
     * @param what for the user, after "Git cannot"
     */
    public static <T> T run(Repository repository, String what, Work<T> work) {
        try {
            return work.run();
        } catch (AssayException e) {
            throw e;
        } catch (InvalidPathException e) {
            throw new InputException("Git cannot " + what + ", so nothing was done: a file there has a path that no"
                    + " repository may hold (" + GitFailures.reason(e) + "); whoever committed it must rename it");
        } catch (IOException | GitAPIException | JGitInternalException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof LockFailedException || cause instanceof AbortedByHookException) {
                    throw GitFailures.ofCommit(e, repository.getDirectory().toPath(), Instant.now());
                }
            }
            throw new StorageException("Git cannot " + what + ": " + GitFailures.reason(e), e);
        }
    }

    /** Who git is configured with; throws {@link InputException} where it would have to guess. */
    public static PersonIdent committer(Repository repository) {
        Author author = Author.configured(repository).orElseGet(() -> new Author("", ""));
        return new PersonIdent(author.name(), author.email());
    }

    /** Runs a hook that is told what happened and cannot prevent it. */
    public static void tellHook(Repository repository, String hook, String... arguments) {
        FS files = repository.getFS();
        try {
            files.runHookIfPresent(repository, hook, arguments);
        } catch (JGitInternalException e) {
            throw new StorageException(
                    "It is done, but the " + hook + " hook could not be run: " + GitFailures.reason(e), e);
        }
    }
}
