package dev.assay.cli.votes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.votes.Ballots;
import dev.assay.history.Run;
import dev.assay.history.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay vote list}: the votes on a run and what they say. */
@Command(
        name = "list",
        description = "What people prefer among the answers of a run: by pair of variants with the exact sign test, by"
                + " person, and how far they agree.")
final class VoteListCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = "The run's id, the beginning of it, or 'latest'.")
    private String run = "";

    @Option(names = "--each", description = "List each vote too; --json always does.")
    private boolean each;

    VoteListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            Run found = workbench.run(run);
            List<Vote> votes = workbench.history().votes(found.id());
            List<PairReport> pairs = pairs(found, votes);
            session.print(json(found, votes, pairs), text(found, votes, pairs));
        }
    }

    /** Each pair that was voted on, the variant that stands earlier as the baseline. */
    private static List<PairReport> pairs(Run run, List<Vote> votes) {
        record Pair(int first, int second) implements Comparable<Pair> {
            @Override
            public int compareTo(Pair other) {
                return first == other.first
                        ? Integer.compare(second, other.second)
                        : Integer.compare(first, other.first);
            }
        }
        var found = new TreeSet<Pair>();
        votes.forEach(
                vote -> found.add(new Pair(Math.min(vote.left(), vote.right()), Math.max(vote.left(), vote.right()))));
        return found.stream()
                .map(pair -> new PairReport(
                        label(run, pair.first()),
                        label(run, pair.second()),
                        Ballots.of(votes, pair.first(), pair.second())))
                .toList();
    }

    private static ObjectNode json(Run run, List<Vote> votes, List<PairReport> pairs) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("run", run.id());
        ArrayNode compared = document.putArray("pairs");
        pairs.forEach(pair -> compared.add(pair.json()));
        ArrayNode all = document.putArray("votes");
        votes.forEach(vote -> all.addObject()
                .put("case", vote.testCase() + 1)
                .put("left", label(run, vote.left()))
                .put("right", label(run, vote.right()))
                .put("choice", Figures.lowerCase(vote.choice()))
                .put("voter", vote.voter())
                .put("at", vote.votedAt().toString()));
        return document;
    }

    private List<String> text(Run run, List<Vote> votes, List<PairReport> pairs) {
        if (votes.isEmpty()) {
            return List.of("Nobody has voted on run " + run.id() + " (see: assay vote import)");
        }
        var lines = new ArrayList<String>();
        if (each) {
            votes.forEach(vote -> lines.add("case " + (vote.testCase() + 1) + ": " + preferred(run, vote) + "  ("
                    + label(run, vote.left()) + " left, " + label(run, vote.right()) + " right; " + vote.voter() + ", "
                    + Figures.localTime(vote.votedAt()) + ")"));
        }
        pairs.forEach(pair -> lines.addAll(pair.lines()));
        return lines;
    }

    private static String preferred(Run run, Vote vote) {
        return switch (vote.choice()) {
            case LEFT -> label(run, vote.left());
            case RIGHT -> label(run, vote.right());
            case TIE -> "tie";
            case BOTH_BAD -> "both bad";
        };
    }

    private static String label(Run run, int variant) {
        return run.variants().get(variant).label();
    }
}
