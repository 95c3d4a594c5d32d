package dev.assay.registry.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.jgit.internal.storage.commitgraph.ChangedPathFilter;
import org.eclipse.jgit.internal.storage.commitgraph.CommitGraph;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The commits of a repository by number, read from the commit-graph without opening one of them; those that are
 * younger than the graph are opened. JGit's own walk opens every commit even where the graph has it. For one thread at
 * a time.
 */
final class Commits {
    private static final int SAMPLE = 100;

    private final RevWalk walk;
    private final CommitGraph graph;
    private final int inGraph;
    private final List<RevCommit> younger = new ArrayList<>();
    private final Map<ObjectId, Integer> numbers = new HashMap<>();

    Commits(RevWalk walk) throws IOException {
        this.walk = walk;
        walk.setRetainBody(false);
        ObjectReader reader = walk.getObjectReader();
        // Where history was cut off on purpose the graph may know more than there is.
        this.graph = reader.getShallowCommits().isEmpty()
                ? reader.getCommitGraph().orElse(CommitGraph.EMPTY)
                : CommitGraph.EMPTY;
        this.inGraph = (int) graph.getCommitCnt();
    }

    /** The number that stands for a commit here. */
    int number(ObjectId id) throws IOException {
        int position = graph.findGraphPosition(id);
        if (position >= 0) {
            return position;
        }
        Integer known = numbers.get(id);
        if (known != null) {
            return known;
        }
        younger.add(walk.parseCommit(id));
        int number = inGraph + younger.size() - 1;
        numbers.put(id.copy(), number);
        return number;
    }

    ObjectId id(int commit) {
        return commit < inGraph ? graph.getObjectId(commit) : younger(commit).getId();
    }

    ObjectId tree(int commit) {
        return commit < inGraph
                ? graph.getCommitData(commit).getTree()
                : younger(commit).getTree().getId();
    }

    /** When it was committed, in seconds since 1970. */
    long time(int commit) {
        return commit < inGraph
                ? graph.getCommitData(commit).getCommitTime()
                : younger(commit).getCommitTime();
    }

    int[] parents(int commit) throws IOException {
        if (commit < inGraph) {
            return graph.getCommitData(commit).getParents();
        }
        RevCommit[] parents = younger(commit).getParents();
        var found = new int[parents.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = number(parents[i]);
        }
        return found;
    }

    /**
     * Whether a commit may have changed a file against its first parent; false is certain.
     *
     * @param path from the top of the repository, as git stores it
     */
    boolean mayChange(int commit, byte[] path) {
        if (commit >= inGraph || !isAscii(path)) {
            return true;
        }
        ChangedPathFilter filter = graph.getChangedPathFilter(commit);
        return filter == null || filter.maybeContains(path);
    }

    /** JGit and git disagree on how other paths are put into a filter. */
    private static boolean isAscii(byte[] path) {
        for (byte b : path) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** How many commits the commit-graph has. */
    int inGraph() {
        return inGraph;
    }

    /** Whether the commit-graph has it. */
    boolean isInGraph(int commit) {
        return commit < inGraph;
    }

    /** Whether the graph tells of its commits which paths they changed. */
    boolean hasPathFilters() {
        return inGraph > 0
                && IntStream.range(0, Math.min(inGraph, SAMPLE)).anyMatch(i -> graph.getChangedPathFilter(i) != null);
    }

    /** The commit with author and message. */
    RevCommit open(int commit) throws IOException {
        RevCommit opened = walk.parseCommit(id(commit));
        walk.parseBody(opened);
        return opened;
    }

    private RevCommit younger(int commit) {
        return younger.get(commit - inGraph);
    }
}
