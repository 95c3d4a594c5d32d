package dev.assay.registry.commit;

import dev.assay.llm.StorageException;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.signing.Signing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEditor.DeletePath;
import org.eclipse.jgit.dircache.DirCacheEditor.PathEdit;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Commits renames alone, with the content of the last commit: git finds a rename by its content, so it must not come
 * together with an edit. What was staged or edited of the files stays so, under the new names.
 */
public final class RenameCommitter {
    private final Repository repository;
    private final PromptCommitter committer;
    private final InstantSource clock;

    public RenameCommitter(GitWorkspace workspace, PromptCommitter committer, InstantSource clock) {
        this.repository = workspace.repository();
        this.committer = committer;
        this.clock = clock;
    }

    /**
     * Commits the renames.
     *
     * @param head the last commit
     * @param renames old paths and new ones, from the top of the repository; the last commit has all old ones
     */
    public RevCommit commit(RevCommit head, Map<String, String> renames, String message, Author author) {
        committer.requireNothingUnderWay();
        committer.awaitIndex();
        try {
            Path index = Files.createTempFile(repository.getDirectory().toPath(), "assay-", ".index");
            try {
                return commit(index, head, renames, message, author);
            } finally {
                Files.deleteIfExists(index);
            }
        } catch (IOException | GitAPIException | JGitInternalException e) {
            throw GitFailures.ofCommit(e, repository.getDirectory().toPath(), clock.instant());
        }
    }

    /** Renames entries of the index, staged content and all. */
    public void renameInIndex(Map<String, String> renames) {
        committer.awaitIndex();
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

    private RevCommit commit(Path file, RevCommit head, Map<String, String> renames, String message, Author author)
            throws IOException, GitAPIException {
        Files.delete(file);
        var builder = new FileRepositoryBuilder()
                .setGitDir(repository.getDirectory())
                .setWorkTree(repository.getWorkTree())
                .setIndexFile(file.toFile());
        try (Repository sameButForTheIndex = builder.build();
                var git = new Git(sameButForTheIndex)) {
            fill(sameButForTheIndex, head, renames);
            var hookOutput = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            var who = new PersonIdent(author.name(), author.email());
            var command = git.commit()
                    .setMessage(message)
                    .setAuthor(who)
                    .setCommitter(who)
                    .setHookOutputStream(hookOutput)
                    .setHookErrorStream(hookOutput);
            Signing.apply(sameButForTheIndex, command);
            return command.call();
        }
    }

    private static void fill(Repository target, RevCommit head, Map<String, String> renames) throws IOException {
        DirCache index = target.lockDirCache();
        try (ObjectReader reader = target.newObjectReader()) {
            DirCacheBuilder all = index.builder();
            all.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, head.getTree());
            all.finish();
            DirCacheEditor editor = index.editor();
            renames.forEach((from, to) -> move(editor, index.getEntry(from), to));
            editor.commit();
        } finally {
            index.unlock();
        }
    }

    private static void move(DirCacheEditor editor, DirCacheEntry entry, String to) {
        editor.add(new DeletePath(entry));
        editor.add(new PathEdit(to) {
            @Override
            public void apply(DirCacheEntry moved) {
                moved.copyMetaData(entry);
            }
        });
    }
}
