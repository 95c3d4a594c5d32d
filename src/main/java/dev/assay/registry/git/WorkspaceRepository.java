package dev.assay.registry.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A repository whose index git can trust after we have written it. Git compares the times of files by whole seconds, and
 * so reads a file anew that was changed in the second in which the index was written. JGit compares them by
 * nanoseconds: writing the index a second later it would keep what is known of such a file, and git would take the file
 * for unchanged.
 */
final class WorkspaceRepository extends FileRepository {
    WorkspaceRepository(FileRepositoryBuilder builder) throws IOException {
        super(builder.setup());
    }

    /** Entries that git would not trust lose what they know of their files; JGit compares those by content then. */
    @Override
    public DirCache lockDirCache() throws IOException {
        Path file = getIndexFile().toPath();
        DirCache index = super.lockDirCache();
        try {
            forgetFilesChangedSince(index, Files.getLastModifiedTime(file));
        } catch (NoSuchFileException e) {
            // Before the first commit there is no index, and nothing is known.
        } catch (IOException | RuntimeException e) {
            index.unlock();
            throw e;
        }
        return index;
    }

    private static void forgetFilesChangedSince(DirCache index, FileTime written) {
        long second = written.toInstant().getEpochSecond();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            if (entry.getLastModifiedInstant().getEpochSecond() >= second) {
                entry.setLength(0);
            }
        }
    }
}
