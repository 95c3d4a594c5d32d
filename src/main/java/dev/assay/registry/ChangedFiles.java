package dev.assay.registry;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.files.WorkingCopy;
import dev.assay.registry.git.Blob;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.PromptText;
import dev.assay.registry.git.Revisions;
import dev.assay.registry.git.WorkTreeStatus;
import dev.assay.registry.git.WorkspacePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.diff.RawText;

/** Everything in the workspace that a commit could take: prompts, datasets, settings and whatever else git would track. */
public final class ChangedFiles {
    private final ReentrantLock writing;
    private final WorkspacePaths paths;
    private final WorkTreeStatus status;
    private final WorkingCopy workingCopy;
    private final Revisions revisions;

    ChangedFiles(GitWorkspace workspace, WorkingCopy workingCopy, Revisions revisions) {
        this.writing = workspace.writing();
        this.paths = workspace.paths();
        this.status = new WorkTreeStatus(workspace);
        this.workingCopy = workingCopy;
        this.revisions = revisions;
    }

    /** The changed files, sorted by path. */
    public List<ChangedFile> list() {
        return filtered(this::read);
    }

    /** A commit will run the filters of the repository, so what it takes must be looked at through them as well. */
    private <T> T filtered(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    private List<ChangedFile> read() {
        Status now = status.of(paths.prefix().isEmpty() ? List.of() : List.of(""));
        Set<String> staged = union(now.getAdded(), now.getChanged(), now.getRemoved());
        Set<String> gone = union(now.getMissing(), now.getRemoved());
        gone.removeAll(now.getUntracked());
        Set<String> all = union(staged, gone, now.getModified(), now.getUntracked(), now.getConflicting());
        return all.stream()
                .filter(path ->
                        !(now.getMissing().contains(path) && now.getAdded().contains(path)))
                .map(path -> new ChangedFile(paths.inWorkspace(path), letter(now, gone, path), staged.contains(path)))
                .toList();
    }

    private static GitStatus letter(Status now, Set<String> gone, String path) {
        boolean deleted = gone.contains(path) && !now.getConflicting().contains(path);
        return deleted ? GitStatus.DELETED : PromptStatus.letter(now, path);
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        var all = new TreeSet<String>();
        List.of(sets).forEach(all::addAll);
        return all;
    }

    /** Both versions of a changed file. */
    public ChangedText text(String path) {
        try {
            requireSize(path);
            Optional<Blob> before = revisions.head().flatMap(head -> revisions.blob(head, path));
            Optional<Blob> after = filtered(() -> workingCopy.blob(path));
            return new ChangedText(
                    before.map(blob -> blob.id().name()).orElse(""), text(path, before), text(path, after), "");
        } catch (InputException e) {
            return ChangedText.whole(e.getMessage());
        }
    }

    private void requireSize(String path) {
        Path file = paths.onDisk(path);
        try {
            if (Files.isRegularFile(file) && Files.size(file) > PromptText.LIMIT) {
                throw new InputException(path + " has more than 1 MiB, too much to show");
            }
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": " + GitFailures.reason(e), e);
        }
    }

    private static String text(String path, Optional<Blob> blob) {
        byte[] bytes = blob.map(Blob::bytes).orElse(new byte[0]);
        if (RawText.isBinary(bytes)) {
            throw new InputException(path + " is not a text");
        }
        return PromptText.decode(path, bytes);
    }
}
