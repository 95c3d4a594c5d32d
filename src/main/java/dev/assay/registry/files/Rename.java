package dev.assay.registry.files;

import dev.assay.llm.AssayException;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.commit.RenameCommitter;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.git.Revisions;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.log.PromptLog;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Moves files on disk, in the index and by a commit; all or nothing. */
final class Rename {
    private final GitWorkspace workspace;
    private final WorkingCopy files;
    private final Revisions revisions;
    private final RenameCommitter committer;

    Rename(GitWorkspace workspace, WorkingCopy files, Revisions revisions, RenameCommitter committer) {
        this.workspace = workspace;
        this.files = files;
        this.revisions = revisions;
        this.committer = committer;
    }

    /** Moves prompts from old names to new ones; returns the commit, or null where none of them was committed. */
    @Nullable
    PromptRevision all(Map<String, String> names, String message, Author author) {
        Optional<RevCommit> head = revisions.head();
        Map<String, String> committed = inRepository(names, path -> isIn(head, path));
        Map<String, String> indexed = inRepository(names, this::isIndexed);
        var moved = new LinkedHashMap<String, String>();
        try {
            names.forEach((from, to) -> {
                files.move(WorkspacePaths.ofPrompt(from), WorkspacePaths.ofPrompt(to));
                moved.put(from, to);
            });
            PromptRevision commit = committed.isEmpty()
                    ? null
                    : PromptLog.revision(committer.commit(head.orElseThrow(), committed, message, author), "");
            if (!indexed.isEmpty()) {
                committer.renameInIndex(indexed);
            }
            return commit;
        } catch (AssayException e) {
            moved.forEach((from, to) -> files.move(WorkspacePaths.ofPrompt(to), WorkspacePaths.ofPrompt(from)));
            throw e;
        }
    }

    /** The message of a commit that renames a folder. */
    static String folderMessage(String from, String to, Map<String, String> names) {
        return names.entrySet().stream()
                .map(move -> move.getKey() + " to " + move.getValue())
                .collect(Collectors.joining("\n", "Rename folder " + from + " to " + to + "\n\n", ""));
    }

    /** The message of a commit that renames a prompt, the first one, and maybe its variants. */
    static String message(Map<String, String> names) {
        var first = names.entrySet().iterator().next();
        String subject = "Rename " + first.getKey() + " to " + first.getValue();
        if (names.size() == 1) {
            return subject;
        }
        return subject
                + names.entrySet().stream()
                        .skip(1)
                        .map(move -> move.getKey() + " to " + move.getValue())
                        .collect(Collectors.joining("\n", "\n\nIts variants as well:\n", ""));
    }

    private boolean isIn(Optional<RevCommit> head, String path) {
        return head.flatMap(commit -> revisions.blob(commit, path)).isPresent();
    }

    private boolean isIndexed(String path) {
        try {
            DirCache index = workspace.repository().readDirCache();
            int position = index.findEntry(workspace.paths().inRepository(path));
            if (position >= 0 && index.getEntry(position).getStage() != 0) {
                throw new InputException(path + " is in conflict: resolve it first");
            }
            return position >= 0;
        } catch (IOException e) {
            throw new StorageException(
                    "Git cannot read the index of " + workspace.paths().root() + ": " + GitFailures.reason(e), e);
        }
    }

    private Map<String, String> inRepository(Map<String, String> names, Predicate<String> wanted) {
        var chosen = new LinkedHashMap<String, String>();
        names.forEach((from, to) -> {
            if (wanted.test(WorkspacePaths.ofPrompt(from))) {
                chosen.put(
                        workspace.paths().inRepository(WorkspacePaths.ofPrompt(from)),
                        workspace.paths().inRepository(WorkspacePaths.ofPrompt(to)));
            }
        });
        return chosen;
    }
}
