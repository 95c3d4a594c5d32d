package dev.assay.registry.git;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.guard.GitFolder;
import dev.assay.registry.guard.WorkTreeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A workspace folder with the repository that contains it.
 *
 * @param writing held by whoever changes the working copy, the index or a branch: one at a time
 */
public record GitWorkspace(Repository repository, WorkspacePaths paths, ReentrantLock writing)
        implements AutoCloseable {

    /** Opens the repository that contains the folder. */
    public static GitWorkspace open(Path root) {
        GitSettings.install();
        if (!Files.isDirectory(root)) {
            throw new InputException("There is no folder " + root + ": create it, or name another workspace");
        }
        try {
            Path folder = root.toRealPath();
            GitFolder.requireFindable(folder);
            var builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
            if (builder.getGitDir() == null) {
                throw new InputException(folder + " is not in a git repository: run git init there,"
                        + " or choose a workspace that is in one");
            }
            GitFolder.require(builder.getGitDir().toPath());
            var writing = new ReentrantLock();
            Repository repository =
                    new WorkspaceRepository(builder.setFS(WorkTreeFiles.of(writing::isHeldByCurrentThread)));
            if (!repository.getObjectDatabase().exists()) {
                repository.close();
                throw new RepositoryNotFoundException(builder.getGitDir());
            }
            GitFolder.requireRules(repository.getConfig());
            if (repository.isBare()) {
                repository.close();
                throw new InputException(folder + " is a bare git repository, without files to edit: clone it first");
            }
            Path top = repository.getWorkTree().toPath().toRealPath();
            if (!folder.startsWith(top)) {
                repository.close();
                throw new InputException("The repository of " + folder + " keeps its files elsewhere, in " + top
                        + ": open that folder, or mend core.worktree or the .git file");
            }
            String prefix = top.relativize(folder).toString().replace('\\', '/');
            var paths = new WorkspacePaths(folder, prefix.isEmpty() ? "" : prefix + "/");
            return new GitWorkspace(repository, paths, writing);
        } catch (RepositoryNotFoundException e) {
            throw new InputException(root + " is not in a whole git repository: " + GitFailures.reason(e));
        } catch (IllegalArgumentException e) {
            throw new InputException("Git cannot read its settings in the repository of " + root + ": "
                    + GitFailures.reason(e) + "; mend its config file, see what git config --list says");
        } catch (IOException e) {
            throw new StorageException("Cannot open the repository of " + root + ": " + GitFailures.reason(e), e);
        }
    }

    /** Makes the folder a repository of its own where it is none, with the files that git needs to treat it well. */
    public static void create(Path root) {
        GitSettings.install();
        try {
            Files.createDirectories(root);
            if (!Files.exists(root.resolve(".git"))) {
                Git.init()
                        .setDirectory(root.toFile())
                        .setInitialBranch("main")
                        .call()
                        .close();
            }
            writeIfAbsent(root.resolve(".gitignore"), ".assay/\n");
            writeIfAbsent(root.resolve(".gitattributes"), "*.prompt text eol=lf\n");
        } catch (GitAPIException | IOException e) {
            throw new StorageException("Cannot create the workspace " + root + ": " + GitFailures.reason(e), e);
        }
    }

    /** Gives the repository's files back. */
    @Override
    public void close() {
        repository.close();
    }

    private static void writeIfAbsent(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        }
    }
}
