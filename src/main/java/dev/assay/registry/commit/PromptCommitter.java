package dev.assay.registry.commit;

import dev.assay.llm.InputException;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.Revisions;
import dev.assay.registry.git.WorkTreeStatus;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.lock.IndexLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor.PathEdit;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevCommit;

/** Commits chosen files and leaves everything else as it is, staged or not. */
public final class PromptCommitter {
    private final GitWorkspace workspace;
    private final Repository repository;
    private final WorkspacePaths paths;
    private final WorkTreeStatus status;
    private final CommitWriter writer;
    private final InstantSource clock;

    public PromptCommitter(GitWorkspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.repository = workspace.repository();
        this.paths = workspace.paths();
        this.status = new WorkTreeStatus(workspace);
        this.writer = new CommitWriter(repository);
        this.clock = clock;
    }

    /**
     * Commits files as they lie on disk, and parts of others. A staged version of one of them gives way to what is
     * committed; whatever else is staged stays so.
     *
     * @param files paths under the workspace, of files or folders
     * @param parts files of which the rest stays in the working copy
     * @throws InputException where nothing changed, the message is blank or a hook refuses
     */
    public RevCommit commit(List<String> files, List<FilePart> parts, String message, Author author) {
        if (message.isBlank()) {
            throw new InputException("A commit needs a message: say what changed and why");
        }
        List<String> wanted = Stream.concat(files.stream(), parts.stream().map(FilePart::path))
                .map(paths::ofFile)
                .toList();
        if (wanted.isEmpty()) {
            throw new InputException("Nothing to commit: name at least one file");
        }
        requireNothingUnderWay();
        IndexLock.await(workspace, clock);
        Status now = status.of(wanted);
        Set<String> changed = changed(now);
        wanted.forEach(file -> requireKnown(file, now, changed));
        if (changed.isEmpty()) {
            throw new InputException("Nothing to commit: " + String.join(", ", wanted) + " "
                    + (wanted.size() == 1 ? "is" : "are") + " as in the last commit");
        }
        parts.forEach(part -> changed.remove(paths.inRepository(paths.ofFile(part.path()))));
        return commit(changed, parts, message, author);
    }

    private RevCommit commit(Set<String> whole, List<FilePart> parts, String message, Author author) {
        try {
            Encodings.require(repository, whole);
            RevCommit commit;
            DirCache real = repository.lockDirCache();
            RevCommit head = new Revisions(repository, paths).head().orElse(null);
            try (var index = new CommitIndex(repository, real, head)) {
                index.takeFromDisk(whole);
                takeParts(index, parts);
                DirCache chosen = index.read();
                commit = writer.write(index, head, message, author);
                var all = new TreeSet<>(whole);
                parts.forEach(part -> all.add(paths.inRepository(part.path())));
                index.copyToReal(all, chosen);
            } finally {
                real.unlock();
            }
            writer.tellHooks();
            return commit;
        } catch (IOException | GitAPIException | JGitInternalException e) {
            throw GitFailures.ofCommit(e, repository.getDirectory().toPath(), clock.instant());
        }
    }

    private void takeParts(CommitIndex index, List<FilePart> parts) throws IOException, GitAPIException {
        DirCache before = index.read();
        var fresh = new ArrayList<String>();
        for (FilePart part : parts) {
            DirCacheEntry entry = before.getEntry(paths.inRepository(part.path()));
            String base = entry == null ? "" : entry.getObjectId().name();
            if (!base.equals(part.base())) {
                throw new InputException(part.path() + " has another version in the last commit than the one that its"
                        + " changes were chosen from: choose them again");
            }
            if (entry == null) {
                fresh.add(paths.inRepository(part.path()));
            }
        }
        // Only the disk says whether a new file is a program.
        index.takeFromDisk(fresh);
        var ids = new HashMap<String, ObjectId>();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            for (FilePart part : parts) {
                byte[] bytes = part.text().getBytes(StandardCharsets.UTF_8);
                ids.put(paths.inRepository(part.path()), inserter.insert(Constants.OBJ_BLOB, bytes));
            }
            inserter.flush();
        }
        index.change((editor, now) -> ids.forEach((path, id) -> editor.add(content(path, id))));
    }

    /** The file on disk has other content, so what was known of it no longer counts. */
    private static PathEdit content(String path, ObjectId id) {
        return new PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setObjectId(id);
                entry.setLength(0);
                entry.setLastModified(Instant.EPOCH);
            }
        };
    }

    void requireNothingUnderWay() {
        RepositoryState state = repository.getRepositoryState();
        if (!state.equals(RepositoryState.SAFE)) {
            throw new InputException("The repository is in the middle of something (" + state.getDescription()
                    + "): finish or abort it with git, then commit");
        }
    }

    private void requireKnown(String file, Status now, Set<String> changed) {
        String path = paths.inRepository(file);
        if (covers(now.getConflicting(), path)) {
            throw new InputException(file + " is in conflict: resolve it first");
        }
        if (!covers(changed, path) && WorkTreeStatus.isIgnored(now, path)) {
            throw new InputException(file + " is ignored by .gitignore, so git does not keep it");
        }
        if (!covers(changed, path) && !Files.exists(paths.root().resolve(file))) {
            throw new InputException(
                    "There is no file " + file + " in " + paths.root() + ", nor was there in the last commit");
        }
    }

    private static boolean covers(Set<String> paths, String fileOrFolder) {
        return paths.stream().anyMatch(path -> path.equals(fileOrFolder) || path.startsWith(fileOrFolder + "/"));
    }

    /** Everything that a commit of these files would change, from the top of the repository. */
    private static TreeSet<String> changed(Status now) {
        var changed = new TreeSet<String>();
        changed.addAll(now.getAdded());
        changed.removeAll(now.getMissing());
        changed.addAll(now.getChanged());
        changed.addAll(now.getModified());
        changed.addAll(now.getRemoved());
        changed.addAll(now.getUntracked());
        now.getMissing().stream().filter(path -> !now.getAdded().contains(path)).forEach(changed::add);
        return changed;
    }
}
