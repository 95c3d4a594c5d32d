package dev.assay.registry.commit;

import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEditor.DeletePath;
import org.eclipse.jgit.dircache.DirCacheEditor.PathEdit;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An index in which a commit is put together. It begins as the last commit, so that what is staged in the real one stays
 * out of it; git makes a commit of chosen files in the same way.
 */
final class CommitIndex implements AutoCloseable {
    private final Path file;
    private final Repository repository;
    private final DirCache real;

    /**
     * @param repository the repository, with its real index
     * @param real that index
     * @param head the last commit, or null before the first
     */
    CommitIndex(Repository repository, DirCache real, @Nullable RevCommit head) throws IOException {
        file = Files.createTempFile(repository.getDirectory().toPath(), "assay-", ".index");
        Files.delete(file);
        this.real = real;
        this.repository = new FileRepositoryBuilder()
                .setFS(repository.getFS())
                .setGitDir(repository.getDirectory())
                .setWorkTree(repository.getWorkTree())
                .setIndexFile(file.toFile())
                .build();
        edit(index -> begin(index, head));
    }

    private interface Edit {
        void make(DirCache index) throws IOException;
    }

    private void edit(Edit edit) throws IOException {
        DirCache index = repository.lockDirCache();
        try {
            edit.make(index);
            index.write();
            if (!index.commit()) {
                throw new StorageException("Git could not write " + file + ": try again");
            }
        } finally {
            index.unlock();
        }
    }

    private void begin(DirCache index, @Nullable RevCommit head) throws IOException {
        if (head == null) {
            return;
        }
        DirCacheBuilder all = index.builder();
        try (ObjectReader reader = repository.newObjectReader()) {
            all.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, head.getTree());
        }
        all.finish();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            DirCacheEntry known = real.getEntry(entry.getPathString());
            // With what the real index knows of the file on disk, a hook need not read it.
            if (known != null && isSame(known, entry)) {
                entry.copyMetaData(known);
            }
        }
    }

    /** Changes entries; the editor comes with the index as it was. */
    void change(BiConsumer<DirCacheEditor, DirCache> changes) throws IOException {
        edit(index -> {
            DirCacheEditor editor = index.editor();
            changes.accept(editor, index);
            editor.finish();
        });
    }

    /** Takes files as they lie on disk, through the filters that git is told to use; those that are gone are removed. */
    void takeFromDisk(Collection<String> paths) throws IOException, GitAPIException {
        List<String> there = paths.stream().filter(this::isOnDisk).toList();
        change((editor, index) -> paths.forEach(path -> {
            DirCacheEntry known = real.getEntry(path);
            if (!there.contains(path)) {
                editor.add(new DeletePath(path));
            } else if (known != null && !known.isIntentToAdd() && known.getStage() == DirCacheEntry.STAGE_0) {
                // What is in no commit but staged must be there, or an ignored file could not be taken.
                editor.add(put(path, known));
            }
        }));
        if (!there.isEmpty()) {
            try (var git = new Git(repository)) {
                var add = git.add();
                there.forEach(add::addFilepattern);
                add.call();
            }
        }
    }

    private boolean isOnDisk(String path) {
        Path onDisk = repository.getWorkTree().toPath().resolve(path);
        return Files.exists(onDisk) || Files.isSymbolicLink(onDisk);
    }

    /** What is in it now. */
    DirCache read() throws IOException {
        return repository.readDirCache();
    }

    Path file() {
        return file;
    }

    /** An edit that gives a path the content and mode of an entry. */
    static PathEdit put(String path, DirCacheEntry entry) {
        return new PathEdit(path) {
            @Override
            public void apply(DirCacheEntry target) {
                target.copyMetaData(entry);
            }
        };
    }

    /** Makes the real index agree with this one in some paths, and in what a hook has changed since. */
    void copyToReal(Collection<String> paths, DirCache before) throws IOException {
        DirCache now = read();
        DirCacheEditor editor = real.editor();
        for (String path : union(paths, changed(before, now))) {
            DirCacheEntry entry = now.getEntry(path);
            editor.add(entry == null ? new DeletePath(path) : put(path, entry));
        }
        if (!editor.commit()) {
            throw new StorageException("Git could not write the index of " + repository.getDirectory()
                    + ", but the commit is made: run git reset there");
        }
    }

    private static Set<String> union(Collection<String> some, Collection<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static List<String> changed(DirCache before, DirCache now) {
        var changed = new ArrayList<String>();
        for (int i = 0; i < now.getEntryCount(); i++) {
            DirCacheEntry entry = now.getEntry(i);
            DirCacheEntry old = before.getEntry(entry.getPathString());
            if (old == null || !isSame(old, entry)) {
                changed.add(entry.getPathString());
            }
        }
        for (int i = 0; i < before.getEntryCount(); i++) {
            String path = before.getEntry(i).getPathString();
            if (now.getEntry(path) == null) {
                changed.add(path);
            }
        }
        return changed;
    }

    private static boolean isSame(DirCacheEntry one, DirCacheEntry other) {
        return one.getObjectId().equals(other.getObjectId())
                && one.getRawMode() == other.getRawMode()
                && one.getStage() == other.getStage();
    }

    @Override
    public void close() throws IOException {
        repository.close();
        Files.deleteIfExists(file);
    }
}
