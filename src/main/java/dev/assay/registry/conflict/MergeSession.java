package dev.assay.registry.conflict;

import dev.assay.llm.InputException;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.merge.tree.Version;
import dev.assay.registry.signing.Signing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevCommit;

/** The merge that is under way, whether Assay or git began it: tells about it, finishes it, aborts it. */
public final class MergeSession {
    private final Repository repository;
    private final WorkTreeUpdate workTree;

    public MergeSession(GitWorkspace workspace) {
        repository = workspace.repository();
        workTree = new WorkTreeUpdate(repository);
    }

    /** What is under way. */
    public MergeState state() {
        return GitWork.run(repository, "read what is under way", () -> {
            RepositoryState state = repository.getRepositoryState();
            if (state == RepositoryState.MERGING || state == RepositoryState.MERGING_RESOLVED) {
                String message = String.valueOf(repository.readMergeCommitMsg());
                return new MergeState(
                        MergeState.Kind.MERGE, message.lines().findFirst().orElse("Merge"));
            }
            if (state != RepositoryState.SAFE) {
                return new MergeState(MergeState.Kind.OTHER, state.getDescription());
            }
            return repository.readDirCache().hasUnmergedPaths()
                    ? new MergeState(MergeState.Kind.CONFLICTS, "")
                    : new MergeState(MergeState.Kind.NONE, "");
        });
    }

    /** Throws {@link InputException} where something is under way. */
    public void requireNothingUnderWay() {
        MergeState state = state();
        switch (state.kind()) {
            case NONE -> {}
            case MERGE ->
                throw new InputException(
                        "A merge is under way (" + state.description() + "): finish it or abort it first");
            case CONFLICTS -> throw new InputException("Files are in conflict: resolve them first");
            case OTHER ->
                throw new InputException("The repository is in the middle of something (" + state.description()
                        + "): finish or abort it with git first");
        }
    }

    void begin(String message, ObjectId ours, ObjectId theirs) throws IOException {
        repository.writeOrigHead(ours);
        repository.writeMergeCommitMsg(message);
        repository.writeMergeHeads(List.of(theirs));
        Files.writeString(file("MERGE_MODE"), "");
    }

    void tellConflicts(List<String> files) throws IOException {
        repository.writeMergeCommitMsg(repository.readMergeCommitMsg() + "\n# Conflicts:\n"
                + files.stream().map(file -> "#\t" + file + "\n").collect(Collectors.joining()));
    }

    /** The message that the merge will have unless another is given. */
    public String message() {
        return GitWork.run(repository, "read the message of the merge", () -> {
            String message = repository.readMergeCommitMsg();
            return message == null
                    ? ""
                    : message.lines()
                            .filter(line -> !line.startsWith("#"))
                            .collect(Collectors.joining("\n"))
                            .strip();
        });
    }

    /**
     * Finishes the merge with a commit that has both sides as parents; conflicts without a merge just end.
     *
     * @param message why; blank for the one that git prepared
     * @return the full id of the commit, or an empty text where there is none to make
     * @throws InputException where a file is still in conflict, or nothing is under way
     */
    public String finish(String message) {
        return GitWork.run(repository, "finish the merge", () -> {
            MergeState state = state();
            if (!state.isOurs()) {
                throw new InputException(
                        state.kind() == MergeState.Kind.NONE
                                ? "No merge is under way"
                                : "The repository is in the middle of something (" + state.description()
                                        + "): finish it with git");
            }
            requireResolved();
            return state.kind() == MergeState.Kind.MERGE ? commit(message) : "";
        });
    }

    private void requireResolved() throws IOException {
        DirCache index = repository.readDirCache();
        var open = new TreeSet<String>();
        for (int i = 0; i < index.getEntryCount(); i++) {
            if (index.getEntry(i).getStage() != DirCacheEntry.STAGE_0) {
                open.add(index.getEntry(i).getPathString());
            }
        }
        if (!open.isEmpty()) {
            throw new InputException("Still in conflict: " + String.join(", ", open) + ": resolve them first");
        }
    }

    String commit(String message) {
        return GitWork.run(repository, "commit the merge", () -> {
            requireNoAutostash();
            PersonIdent who = GitWork.committer(repository);
            var output = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            try (var git = new Git(repository)) {
                var command = git.commit()
                        .setMessage(message.isBlank() ? message() : message.strip())
                        .setAuthor(who)
                        .setCommitter(who)
                        .setHookOutputStream(output)
                        .setHookErrorStream(output);
                Signing.apply(repository, command);
                RevCommit commit = command.call();
                end();
                GitWork.tellHook(repository, "post-merge", "0");
                return commit.name();
            }
        });
    }

    /** Brings every file that the merge touched back to how it was before; other changes stay. */
    public void abort() {
        GitWork.run(repository, "abort the merge", () -> {
            MergeState state = state();
            if (!state.isOurs()) {
                throw new InputException(
                        state.kind() == MergeState.Kind.NONE
                                ? "No merge is under way"
                                : "The repository is in the middle of something (" + state.description()
                                        + "): abort it with git");
            }
            requireNoAutostash();
            restore();
            end();
            return "";
        });
    }

    private void restore() throws IOException, GitAPIException {
        Map<String, Version> before = workTree.files(repository.resolve(Constants.HEAD + "^{tree}"));
        var touched = new TreeSet<>(before.keySet());
        DirCache index = repository.readDirCache();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            Version version = before.get(entry.getPathString());
            boolean same = entry.getStage() == 0
                    && version != null
                    && version.id().equals(entry.getObjectId())
                    && version.mode().equals(entry.getFileMode());
            if (same) {
                touched.remove(entry.getPathString());
            } else {
                touched.add(entry.getPathString());
            }
        }
        try (var git = new Git(repository)) {
            var checkout = git.checkout().setStartPoint(Constants.HEAD);
            var remove = git.rm();
            boolean anyBack = false;
            boolean anyGone = false;
            for (String path : touched) {
                if (before.containsKey(path)) {
                    checkout.addPath(path);
                    anyBack = true;
                } else {
                    remove.addFilepattern(path);
                    anyGone = true;
                }
            }
            if (anyGone) {
                remove.call();
            }
            if (anyBack) {
                checkout.call();
            }
        }
    }

    private void requireNoAutostash() {
        if (Files.exists(file("MERGE_AUTOSTASH"))) {
            throw new InputException(
                    "This merge was begun by git with --autostash: finish or abort it with git, which knows that stash");
        }
    }

    private void end() throws IOException {
        repository.writeMergeHeads(null);
        repository.writeMergeCommitMsg(null);
        Files.deleteIfExists(file("MERGE_MODE"));
        Files.deleteIfExists(file("AUTO_MERGE"));
    }

    private Path file(String name) {
        return repository.getDirectory().toPath().resolve(name);
    }
}
