package dev.assay.registry.compare;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.compare.FileChange.Kind;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.PromptText;
import dev.assay.registry.git.Revisions;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What differs between two revisions, in the files of the workspace. */
public final class RevisionChanges {
    private final Repository repository;
    private final Revisions revisions;
    private final String prefix;

    public RevisionChanges(GitWorkspace workspace) {
        repository = workspace.repository();
        revisions = new Revisions(repository, workspace.paths());
        prefix = workspace.paths().prefix();
    }

    /**
     * The files that differ, sorted by path; renamed ones are found by their content.
     *
     * @param from a branch, tag, stash or commit
     * @param to the same
     * @throws InputException where one of them is no revision
     */
    public List<FileChange> between(String from, String to) {
        RevCommit first = commit(from);
        RevCommit second = commit(to);
        try (var walk = new TreeWalk(repository)) {
            walk.addTree(first.getTree());
            walk.addTree(second.getTree());
            walk.setRecursive(true);
            walk.setFilter(
                    prefix.isEmpty()
                            ? TreeFilter.ANY_DIFF
                            : AndTreeFilter.create(PathFilter.create(prefix), TreeFilter.ANY_DIFF));
            var renames = new RenameDetector(repository);
            renames.addAll(DiffEntry.scan(walk));
            return renames.compute().stream().map(RevisionChanges::change).toList();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static FileChange change(DiffEntry entry) {
        boolean added = entry.getChangeType() == DiffEntry.ChangeType.ADD;
        boolean deleted = entry.getChangeType() == DiffEntry.ChangeType.DELETE;
        Kind kind = switch (entry.getChangeType()) {
            case ADD, COPY -> Kind.ADDED;
            case MODIFY -> Kind.MODIFIED;
            case DELETE -> Kind.DELETED;
            case RENAME -> Kind.RENAMED;
        };
        return new FileChange(
                kind,
                deleted ? entry.getOldPath() : entry.getNewPath(),
                added ? entry.getNewPath() : entry.getOldPath(),
                isFile(entry.getOldMode()) ? entry.getOldId().toObjectId().name() : "",
                isFile(entry.getNewMode()) ? entry.getNewId().toObjectId().name() : "");
    }

    private static boolean isFile(FileMode mode) {
        return mode.getObjectType() == Constants.OBJ_BLOB;
    }

    /** Both versions of such a file. */
    public FileTexts texts(FileChange change) {
        try {
            return new FileTexts(text(change.oldPath(), change.oldId()), text(change.path(), change.newId()), "");
        } catch (InputException e) {
            return new FileTexts("", "", e.getMessage());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private String text(String path, String id) throws IOException {
        if (id.isEmpty()) {
            return "";
        }
        ObjectLoader loader = repository.open(ObjectId.fromString(id), Constants.OBJ_BLOB);
        if (loader.getSize() > PromptText.LIMIT) {
            throw new InputException(path + " has more than 1 MiB, too much to show");
        }
        byte[] bytes = loader.getBytes();
        if (RawText.isBinary(bytes)) {
            throw new InputException(path + " is not a text");
        }
        return PromptText.decode(path, bytes);
    }

    private RevCommit commit(String revision) {
        return revisions
                .commit(revision)
                .orElseThrow(() -> new InputException("There is no revision '" + revision + "' any more"));
    }

    private StorageException failed(IOException e) {
        return new StorageException(
                "Git cannot compare in " + repository.getDirectory() + ": " + GitFailures.reason(e), e);
    }
}
