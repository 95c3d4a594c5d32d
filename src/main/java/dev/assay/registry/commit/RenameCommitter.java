package dev.assay.registry.commit;

import dev.assay.llm.StorageException;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.lock.IndexLock;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEditor.DeletePath;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Commits renames alone, with the content of the last commit: git finds a rename by its content, so it must not come
 * together with an edit. What was staged or edited of the files stays so, under the new names.
 */
public final class RenameCommitter {
    private final GitWorkspace workspace;
    private final Repository repository;
    private final PromptCommitter committer;
    private final InstantSource clock;
    private final CommitWriter writer;

    public RenameCommitter(GitWorkspace workspace, PromptCommitter committer, InstantSource clock) {
        this.workspace = workspace;
        this.repository = workspace.repository();
        this.committer = committer;
        this.clock = clock;
        this.writer = new CommitWriter(repository);
    }

    /**
     * Commits the renames.
     *
     * @param head the last commit
     * @param renames old paths and new ones, from the top of the repository; the last commit has all old ones
     */
    public RevCommit commit(RevCommit head, Map<String, String> renames, String message, Author author) {
        committer.requireNothingUnderWay();
        IndexLock.await(workspace, clock);
        try {
            RevCommit commit;
            try (var index = new CommitIndex(repository, repository.readDirCache(), head)) {
                index.change((editor, now) -> renames.forEach((from, to) -> move(editor, now.getEntry(from), to)));
                commit = writer.write(index, head, message, author);
            }
            writer.tellHooks();
            return commit;
        } catch (IOException | GitAPIException | JGitInternalException e) {
            throw GitFailures.ofCommit(e, repository.getDirectory().toPath(), clock.instant());
        }
    }

    /** Renames entries of the index, staged content and all. */
    public void renameInIndex(Map<String, String> renames) {
        IndexLock.await(workspace, clock);
        try {
            DirCache index = repository.lockDirCache();
            try {
                DirCacheEditor editor = index.editor();
                renames.forEach((from, to) -> move(editor, index.getEntry(from), to));
                if (!editor.commit()) {
                    throw new StorageException(
                            "Git could not write the index of " + repository.getDirectory() + ": try again");
                }
            } finally {
                index.unlock();
            }
        } catch (IOException e) {
            throw GitFailures.ofCommit(e, repository.getDirectory().toPath(), clock.instant());
        }
    }

    private static void move(DirCacheEditor editor, DirCacheEntry entry, String to) {
        editor.add(new DeletePath(entry));
        editor.add(CommitIndex.put(to, entry));
    }
}
