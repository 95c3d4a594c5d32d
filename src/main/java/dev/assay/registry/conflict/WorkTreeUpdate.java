package dev.assay.registry.conflict;

import dev.assay.llm.CancelledException;
import dev.assay.registry.guard.Incoming;
import dev.assay.registry.merge.tree.Sides;
import dev.assay.registry.merge.tree.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.CheckoutConflictException;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Brings another tree onto the disk. Changes that are not committed, and files that git does not know, are never overwritten. */
public final class WorkTreeUpdate {
    private static final int TRIES = 100;
    private static final int PAUSE_MILLIS = 20;

    private final Repository repository;

    public WorkTreeUpdate(Repository repository) {
        this.repository = repository;
    }

    /**
     * Brings the files from one tree to another.
     *
     * @throws dev.assay.llm.InputException where a file would be put, or lead, outside of the repository
     * @return the files in the way, with which nothing was done at all; empty where it is done
     */
    public List<String> apply(@Nullable ObjectId from, ObjectId to) throws IOException {
        Incoming.require(repository, from, to);
        DirCache index = lock();
        try {
            var checkout = from == null
                    ? new DirCacheCheckout(repository, index, to)
                    : new DirCacheCheckout(repository, from, index, to);
            checkout.setFailOnConflict(true);
            checkout.checkout();
            return List.of();
        } catch (CheckoutConflictException e) {
            return List.of(e.getConflictingFiles());
        } finally {
            index.unlock();
        }
    }

    /** The tree that the index would commit. */
    public ObjectId indexTree() throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId tree = repository.readDirCache().writeTree(inserter);
            inserter.flush();
            return tree;
        }
    }

    /** Marks files in the index as in conflict, as git does. */
    public void mark(List<Sides> conflicts) throws IOException {
        var paths = new HashSet<String>();
        conflicts.forEach(sides -> paths.add(sides.path()));
        DirCache index = lock();
        try {
            DirCacheBuilder builder = index.builder();
            for (int i = 0; i < index.getEntryCount(); i++) {
                if (!paths.contains(index.getEntry(i).getPathString())) {
                    builder.add(index.getEntry(i));
                }
            }
            for (Sides sides : conflicts) {
                add(builder, sides.path(), DirCacheEntry.STAGE_1, sides.base());
                add(builder, sides.path(), DirCacheEntry.STAGE_2, sides.ours());
                add(builder, sides.path(), DirCacheEntry.STAGE_3, sides.theirs());
            }
            builder.commit();
        } finally {
            index.unlock();
        }
    }

    /**
     * Takes changes out of the index that are on disk already, so that they are unstaged; new files stay added.
     *
     * @param before what the index held
     * @param untracked files that git is not to know
     */
    public void unstage(ObjectId before, Set<String> untracked) throws IOException {
        Map<String, Version> known = files(before);
        DirCache index = lock();
        try {
            var now = new HashMap<String, DirCacheEntry>();
            var added = new ArrayList<DirCacheEntry>();
            for (int i = 0; i < index.getEntryCount(); i++) {
                DirCacheEntry entry = index.getEntry(i);
                now.put(entry.getPathString(), entry);
                if (!known.containsKey(entry.getPathString()) && !untracked.contains(entry.getPathString())) {
                    added.add(entry);
                }
            }
            DirCacheBuilder builder = index.builder();
            added.forEach(builder::add);
            known.forEach((path, version) -> {
                DirCacheEntry entry = now.get(path);
                if (entry != null && entry.getObjectId().equals(version.id()) && entry.getStage() == 0) {
                    builder.add(entry);
                } else {
                    add(builder, path, DirCacheEntry.STAGE_0, version);
                }
            });
            builder.commit();
        } finally {
            index.unlock();
        }
    }

    /** All files of a tree. */
    public Map<String, Version> files(ObjectId tree) throws IOException {
        var files = new TreeMap<String, Version>();
        try (var walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                files.put(walk.getPathString(), new Version(walk.getObjectId(0), walk.getFileMode(0)));
            }
        }
        return files;
    }

    private static void add(DirCacheBuilder builder, String path, int stage, @Nullable Version version) {
        if (version != null) {
            var entry = new DirCacheEntry(path, stage);
            entry.setFileMode(version.mode());
            entry.setObjectId(version.id());
            builder.add(entry);
        }
    }

    /** Other programs lock the index for a moment whenever they look at it. */
    private DirCache lock() throws IOException {
        for (int i = 1; ; i++) {
            try {
                return repository.lockDirCache();
            } catch (LockFailedException e) {
                if (i == TRIES) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Stopped while waiting for another program that uses the repository");
        }
    }
}
