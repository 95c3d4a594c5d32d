package dev.assay.registry.log;

import dev.assay.registry.git.Blob;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.git.Revisions;
import dev.assay.registry.git.WorkspacePaths;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The history of prompts. Walks by itself, since JGit's log command follows no renames and is many times slower on a
 * long history. Thread-safe.
 */
public final class PromptLog {
    private final GitWorkspace workspace;
    private final Revisions revisions;

    public PromptLog(GitWorkspace workspace) {
        this.workspace = workspace;
        this.revisions = new Revisions(workspace.repository(), workspace.paths());
    }

    /** Begins to read the history of a prompt, or is empty where nothing was ever committed. The caller closes it. */
    public Optional<LogReader> read(String name) {
        String path = workspace.paths().inRepository(WorkspacePaths.ofPrompt(name));
        return revisions.head().map(head -> new LogReader(workspace, path, head));
    }

    /** The first {@code limit} entries of a prompt's history, newest first. */
    public List<LogEntry> first(String name, int limit) {
        Optional<LogReader> reader = read(name);
        if (reader.isEmpty()) {
            return List.of();
        }
        try (LogReader entries = reader.get()) {
            return entries.next(limit);
        }
    }

    /**
     * The prompt as that commit has it, also where it was called otherwise then.
     *
     * @param name what it is called now
     */
    public Optional<Blob> blob(String name, RevCommit commit) {
        String path = WorkspacePaths.ofPrompt(name);
        return revisions
                .blob(commit, path)
                .or(() -> formerPaths(name).stream()
                        .flatMap(former -> revisions.blob(commit, former).stream())
                        .findFirst());
    }

    /** The file of git that makes long histories quick to read. */
    public CommitGraphFile graph() {
        return new CommitGraphFile(workspace);
    }

    /**
     * Who wrote each line, in order and without gaps.
     *
     * @param content what git would store of the text to ask about, such as what an editor holds
     */
    public List<BlamedLines> blame(String name, byte[] content) {
        return new Blame(workspace)
                .of(WorkspacePaths.ofPrompt(name), revisions.head().orElse(null), content, mayUseGraph(name));
    }

    /** JGit reads the graph wrongly for paths that are not ASCII, so the prompt must never have had such a name. */
    private boolean mayUseGraph(String name) {
        return graph().exists()
                && Stream.concat(
                                Stream.of(WorkspacePaths.ofPrompt(name)),
                                first(name, Integer.MAX_VALUE).stream().map(LogEntry::path))
                        .map(workspace.paths()::inRepository)
                        .allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
    }

    private List<String> formerPaths(String name) {
        return first(name, Integer.MAX_VALUE).stream()
                .map(LogEntry::renamedFrom)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The revision that a commit is for a prompt with that content. */
    public static PromptRevision revision(RevCommit commit, String blobId) {
        var author = commit.getAuthorIdent();
        return new PromptRevision(
                commit.name(),
                author.getName(),
                author.getEmailAddress(),
                Instant.ofEpochSecond(commit.getCommitTime()),
                commit.getFullMessage().stripTrailing(),
                blobId);
    }
}
