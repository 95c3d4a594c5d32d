package dev.assay.registry.files;

import dev.assay.llm.InputException;
import dev.assay.registry.commit.RenameCommitter;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.Blob;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.git.PromptText;
import dev.assay.registry.git.Revisions;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.log.PromptLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * Renames, duplicates, deletes and restores prompts. All methods throw {@link InputException} for names that do not
 * exist or are taken, and change nothing then. Thread-safe.
 */
public final class PromptFiles {
    private final GitWorkspace workspace;
    private final WorkingCopy files;
    private final Supplier<List<String>> names;
    private final Revisions revisions;
    private final PromptLog log;
    private final References references;
    private final Rename rename;

    /** @param names of all prompts on disk */
    public PromptFiles(
            GitWorkspace workspace, WorkingCopy files, Supplier<List<String>> names, RenameCommitter committer) {
        this.workspace = workspace;
        this.files = files;
        this.names = names;
        this.revisions = new Revisions(workspace.repository(), workspace.paths());
        this.log = new PromptLog(workspace);
        this.references = new References(workspace.paths(), files, names);
        this.rename = new Rename(workspace, files, revisions, committer);
    }

    /**
     * Renames a prompt or moves it to another folder. Where it was committed, the rename is a commit of its own, so
     * that its history goes on; edits and staged content stay uncommitted under the new name.
     *
     * @param author of that commit
     */
    public Renamed rename(String from, String to, RenameOptions options, Author author) {
        workspace.writing().lock();
        try {
            Map<String, String> moves = moves(from, to, options.variants());
            return move(moves, Rename.message(moves), options.references(), author);
        } finally {
            workspace.writing().unlock();
        }
    }

    /**
     * Renames a folder or moves it: all prompts in it go along, those that were committed by one commit. Whatever else
     * lies in the folder stays where it is.
     *
     * @param withReferences whether files that name these prompts are rewritten
     * @param author of that commit
     */
    public Renamed renameFolder(String from, String to, boolean withReferences, Author author) {
        workspace.writing().lock();
        try {
            var moves = new LinkedHashMap<String, String>();
            in(from).forEach(name -> moves.put(name, to + name.substring(from.length())));
            if (moves.isEmpty()) {
                throw new InputException("There is no prompt in a folder '" + from + "' in "
                        + workspace.paths().root() + ": the list of prompts shows what there is");
            }
            moves.values().forEach(this::requireFree);
            return move(moves, Rename.folderMessage(from, to, moves), withReferences, author);
        } finally {
            workspace.writing().unlock();
        }
    }

    private Renamed move(Map<String, String> moves, String message, boolean withReferences, Author author) {
        @Nullable PromptRevision commit = rename.all(moves, message, author);
        var rewritten = new HashSet<String>();
        if (withReferences) {
            moves.forEach((old, now) -> rewritten.addAll(references.rewrite(old, now)));
        }
        return new Renamed(moves, commit, rewritten.stream().sorted().toList());
    }

    /** The names of all prompts in a folder and in those below it. */
    public List<String> in(String folder) {
        return names.get().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .toList();
    }

    /** The variants of a prompt: {@code notes.short} and {@code notes.long} of {@code notes}. */
    public List<String> variants(String name) {
        return names.get().stream()
                .filter(other -> other.startsWith(name + "."))
                .filter(other -> other.indexOf('.', name.length() + 1) < 0 && other.indexOf('/', name.length()) < 0)
                .toList();
    }

    /** The places in other files that name the prompt; those that a rename can rewrite. */
    public List<PromptReference> references(String name) {
        return references.to(name);
    }

    /** Copies a prompt as it lies on disk. */
    public void duplicate(String from, String to) {
        workspace.writing().lock();
        try {
            String text = text(from);
            requireFree(to);
            files.write(WorkspacePaths.ofPrompt(to), text);
        } finally {
            workspace.writing().unlock();
        }
    }

    /**
     * Deletes the file. A committed prompt can be restored from its history, and the deletion becomes part of history
     * with the next commit. What no commit has is kept in a file that git ignores.
     *
     * @return the file that keeps the text, or empty where the last commit has it
     */
    public Optional<Path> delete(String name) {
        String path = WorkspacePaths.ofPrompt(name);
        workspace.writing().lock();
        try {
            Path file = workspace.paths().onDisk(path);
            if (!Files.isRegularFile(file)) {
                throw absent(name);
            }
            return files.delete(path, isCommitted(path));
        } finally {
            workspace.writing().unlock();
        }
    }

    /** Prompts that earlier commits deleted and that are not there now, latest first. */
    public List<DeletedPrompt> deleted(int limit) {
        return new DeletedPrompts(workspace).find(new HashSet<>(names.get()), limit);
    }

    /**
     * Writes an earlier version to disk; it is committed like any edit.
     *
     * @param name what it is called now, or was called when it was deleted
     * @param revision anything git resolves to a commit
     */
    public void restore(String name, String revision) {
        RevCommit commit = revisions
                .commit(revision)
                .orElseThrow(() -> new InputException("There is no revision '" + revision + "' in "
                        + workspace.paths().root() + ": give a branch, a tag or a commit id"));
        Blob blob = log.blob(name, commit)
                .orElseThrow(() -> new InputException(
                        "There is no prompt '" + name + "' at " + revision + ": its log shows where it was changed"));
        String path = WorkspacePaths.ofPrompt(name);
        String text = PromptText.decode(path, blob.bytes());
        workspace.writing().lock();
        try {
            files.write(path, text);
        } finally {
            workspace.writing().unlock();
        }
    }

    private Map<String, String> moves(String from, String to, boolean withVariants) {
        text(from);
        var moves = new LinkedHashMap<String, String>();
        moves.put(from, to);
        if (withVariants) {
            variants(from).forEach(variant -> moves.put(variant, to + variant.substring(from.length())));
        }
        if (from.equals(to)) {
            throw new InputException("The prompt is called " + to + " already: give another name");
        }
        moves.values().forEach(this::requireFree);
        return moves;
    }

    private void requireFree(String name) {
        Path file = workspace.paths().onDisk(WorkspacePaths.ofPrompt(name));
        if (Files.exists(file) || names.get().contains(name)) {
            throw new InputException("There is a prompt '" + name + "' already: give another name");
        }
    }

    private boolean isCommitted(String path) {
        Optional<Blob> committed = revisions.head().flatMap(head -> revisions.blob(head, path));
        return committed.isPresent()
                && committed.map(Blob::id).equals(files.blob(path).map(Blob::id));
    }

    private String text(String name) {
        return files.text(WorkspacePaths.ofPrompt(name)).orElseThrow(() -> absent(name));
    }

    private InputException absent(String name) {
        return new InputException("There is no prompt '" + name + "' in "
                + workspace.paths().root() + ": the list of prompts shows what there is");
    }
}
