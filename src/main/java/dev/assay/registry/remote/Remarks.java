package dev.assay.registry.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;

/** Tells what a repository holds that Assay does not fetch. */
final class Remarks {
    private static final int LONGEST_ATTRIBUTES = 1 << 20;

    private Remarks() {}

    static List<String> of(Repository repository) throws IOException {
        var remarks = new ArrayList<String>();
        DirCache files = repository.readDirCache();
        int submodules = 0;
        boolean large = false;
        for (int i = 0; i < files.getEntryCount(); i++) {
            DirCacheEntry file = files.getEntry(i);
            if (file.getFileMode() == FileMode.GITLINK) {
                submodules++;
            } else if (file.getPathString().equals(".gitattributes")) {
                large = text(repository, file).contains("filter=lfs");
            }
        }
        if (submodules > 0) {
            remarks.add("It has submodules (" + submodules
                    + "), which Assay leaves empty: fetch those you trust with git submodule update --init");
        }
        if (large) {
            remarks.add("Some files are kept with Git LFS, which Assay does not fetch: run git lfs pull for them");
        }
        return remarks;
    }

    private static String text(Repository repository, DirCacheEntry file) throws IOException {
        try {
            return new String(
                    repository.open(file.getObjectId()).getCachedBytes(LONGEST_ATTRIBUTES),
                    java.nio.charset.StandardCharsets.UTF_8);
        } catch (LargeObjectException e) {
            return "";
        }
    }
}
