package dev.assay.registry.log;

import dev.assay.llm.StorageException;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Finds the commit that brought each line, across renames. */
final class Blame {
    private final GitWorkspace workspace;

    Blame(GitWorkspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The origins of all lines, in order.
     *
     * @param path under the workspace
     * @param head where to begin
     * @param content what git would store of the text that is asked about
     * @param graph whether to trust what the commit-graph tells of changed paths
     */
    List<BlamedLines> of(String path, @Nullable RevCommit head, byte[] content, boolean graph) {
        var text = new RawText(content);
        if (head == null) {
            return uncommitted(path, text);
        }
        try (var generator =
                new BlameGenerator(workspace.repository(), workspace.paths().inRepository(path))) {
            generator.setUseCommitGraphOptimizations(graph);
            generator.push(null, head);
            generator.push("", text);
            return merged(generator, text.size());
        } catch (IOException e) {
            throw new StorageException("Git cannot blame " + path + ": " + GitFailures.reason(e), e);
        }
    }

    private static List<BlamedLines> uncommitted(String path, RawText text) {
        return text.size() == 0 ? List.of() : List.of(new BlamedLines(1, text.size(), null, path, 1));
    }

    private List<BlamedLines> merged(BlameGenerator generator, int size) throws IOException {
        var found = new BlamedLines[size];
        while (generator.next()) {
            RevCommit commit = generator.getSourceCommit();
            var lines = new BlamedLines(
                    generator.getResultStart() + 1,
                    generator.getRegionLength(),
                    commit == null ? null : PromptLog.revision(commit, ""),
                    workspace.paths().inWorkspace(generator.getSourcePath()),
                    generator.getSourceStart() + 1);
            found[generator.getResultStart()] = lines;
        }
        var inOrder = new ArrayList<BlamedLines>();
        for (BlamedLines lines : found) {
            if (lines != null) {
                inOrder.add(lines);
            }
        }
        return inOrder;
    }
}
