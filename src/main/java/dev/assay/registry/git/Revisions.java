package dev.assay.registry.git;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** The prompts as git has stored them. */
public final class Revisions {
    private final Repository repository;
    private final WorkspacePaths paths;

    public Revisions(Repository repository, WorkspacePaths paths) {
        this.repository = repository;
        this.paths = paths;
    }

    /** The commit that a revision stands for, or empty where there is none such. */
    public Optional<RevCommit> commit(String revision) {
        try (var walk = new RevWalk(repository)) {
            ObjectId id = repository.resolve(revision + "^{commit}");
            return id == null ? Optional.empty() : Optional.of(walk.parseCommit(id));
        } catch (AmbiguousObjectException e) {
            throw new InputException("'" + revision + "' could be several commits: write more of its digits");
        } catch (RevisionSyntaxException | IncorrectObjectTypeException | MissingObjectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The last commit of the branch, or empty before the first. */
    public Optional<RevCommit> head() {
        return commit(Constants.HEAD);
    }

    /** The file as that commit has it, or empty where it has none. */
    public Optional<Blob> blob(RevCommit commit, String path) {
        try (var walk = TreeWalk.forPath(repository, paths.inRepository(path), commit.getTree())) {
            if (walk == null || walk.getFileMode(0).getObjectType() != Constants.OBJ_BLOB) {
                return Optional.empty();
            }
            ObjectLoader loader = repository.open(walk.getObjectId(0), Constants.OBJ_BLOB);
            PromptText.requireSize(path + " at " + commit.abbreviate(7).name(), loader.getSize());
            return Optional.of(new Blob(walk.getObjectId(0), loader.getBytes()));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Names of all prompts that the commit has. */
    public List<String> names(RevCommit commit) {
        return files(commit, WorkspacePaths.FOLDER).stream()
                .filter(WorkspacePaths::isPrompt)
                .map(WorkspacePaths::nameOf)
                .toList();
    }

    /** Paths under the workspace of all files that the commit has in a folder; links are none. */
    public List<String> files(RevCommit commit, String folder) {
        var files = new ArrayList<String>();
        try (var walk = new TreeWalk(repository)) {
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            walk.setFilter(PathFilter.create(paths.inRepository(folder.substring(0, folder.length() - 1))));
            while (walk.next()) {
                if ((walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
                    files.add(paths.inWorkspace(walk.getPathString()));
                }
            }
            return files;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private StorageException failed(IOException e) {
        return new StorageException(
                "Git cannot read " + repository.getDirectory() + ": " + GitFailures.reason(e) + "; run git fsck there",
                e);
    }
}
