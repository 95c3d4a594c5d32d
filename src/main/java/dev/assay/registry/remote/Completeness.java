package dev.assay.registry.remote;

import dev.assay.llm.StorageException;
import dev.assay.registry.git.GitFailures;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevObject;

/**
 * Looks whether all is here that a push would send. A push that breaks off in its middle leaves the other side waiting for
 * the rest, and us for its report.
 */
record Completeness(Repository repository, String remote) {

    /** Throws {@link StorageException} where something is missing that the remote is not known to have. */
    void require(ObjectId tip) {
        try (var walk = new ObjectWalk(repository)) {
            walk.markStart(walk.parseCommit(tip));
            for (Ref seen : seen()) {
                RevObject there = seen.getObjectId() == null ? null : walk.parseAny(seen.getObjectId());
                if (there != null) {
                    walk.markUninteresting(there);
                }
            }
            while (walk.next() != null) {
                // Trees and files come after the commits.
            }
            for (RevObject one = walk.nextObject(); one != null; one = walk.nextObject()) {
                walk.getObjectReader().open(one, one.getType());
            }
        } catch (MissingObjectException e) {
            throw lost("has lost the object " + e.getObjectId().name(), e);
        } catch (IOException e) {
            throw lost("cannot be read: " + GitFailures.reason(e), e);
        }
    }

    private List<Ref> seen() throws IOException {
        return repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES + remote + "/");
    }

    private StorageException lost(String what, IOException cause) {
        return new StorageException(
                "Cannot push to " + remote + ": the repository " + repository.getDirectory() + " " + what
                        + "; run git fsck there, and fetch from a copy that still has it",
                cause);
    }
}
