package dev.assay.registry.log;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.ExternalProgram;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The commit-graph: a file in which git keeps what a walk through history needs, so that no commit has to be opened.
 * Histories are right without it, and many times faster with it.
 */
public final class CommitGraphFile {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final GitWorkspace workspace;

    CommitGraphFile(GitWorkspace workspace) {
        this.workspace = workspace;
    }

    /**
     * How well it covers the current branch.
     *
     * @param missing how many commits it does not have; all of them where there is no such file
     * @param known how many commits it has
     * @param pathFilters whether it tells which paths a commit changed
     */
    public record Coverage(int missing, int known, boolean pathFilters) {
        private static final int FEW = 1_000;

        /** Whether a new file would not make histories noticeably quicker to read. */
        public boolean isEnough() {
            return missing <= FEW && (known <= FEW || pathFilters);
        }
    }

    /** Whether there is one that can be read. */
    boolean exists() {
        try (ObjectReader reader = workspace.repository().newObjectReader()) {
            return reader.getCommitGraph().isPresent();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Looks up how well it covers the current branch. */
    public Coverage coverage() {
        try (var walk = new RevWalk(workspace.repository())) {
            var commits = new Commits(walk);
            ObjectId head = workspace.repository().resolve(Constants.HEAD);
            int missing = head == null ? 0 : missing(commits, head);
            return new Coverage(missing, commits.inGraph(), commits.hasPathFilters());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static int missing(Commits commits, ObjectId head) throws IOException {
        var open = new ArrayDeque<Integer>(List.of(commits.number(head)));
        var seen = new BitSet();
        int missing = 0;
        while (!open.isEmpty()) {
            int commit = open.remove();
            if (seen.get(commit) || commits.isInGraph(commit)) {
                continue;
            }
            seen.set(commit);
            missing++;
            for (int parent : commits.parents(commit)) {
                open.add(parent);
            }
        }
        return missing;
    }

    /**
     * Has the git of the command line write it anew, since JGit would write path filters that git reads otherwise
     * where names are not plain ASCII.
     *
     * @param environment where git is looked for
     */
    public void write(Map<String, String> environment) {
        if (!ExternalProgram.isInstalled("git", environment)) {
            throw new InputException("Only git itself can write a commit-graph, and it is not installed: install git");
        }
        var command = List.of("git", "commit-graph", "write", "--reachable", "--changed-paths", "--no-progress");
        workspace.writing().lock();
        try {
            var git = new ExternalProgram(command, workspace.paths().root(), Map.of("LC_ALL", "C"), LIMIT);
            ExternalProgram.Result result = git.run(new byte[0]);
            if (!result.isDone()) {
                throw new StorageException(failure(result.reason()));
            }
        } catch (IOException e) {
            throw failed(e);
        } finally {
            workspace.writing().unlock();
        }
    }

    private StorageException failed(IOException e) {
        return new StorageException(failure(GitFailures.reason(e)), e);
    }

    private String failure(String reason) {
        return "The commit-graph of " + workspace.paths().root() + " cannot be read or written: " + reason;
    }
}
