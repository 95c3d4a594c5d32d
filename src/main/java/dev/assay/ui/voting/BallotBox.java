package dev.assay.ui.voting;

import dev.assay.experiment.Comparison;
import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.history.Vote;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws the ballots of a run in no order and with no side preferred: whoever comes first or left is liked more. */
final class BallotBox {
    private BallotBox() {}

    /**
     * The ballots that a person has not voted on: the first variant against each other one, on the cases that both have
     * answered. Of several repeats the first is shown.
     *
     * @param votes of everybody, on this run
     * @param random shuffles cases and sides
     */
    static List<Ballot> of(Comparison comparison, List<Vote> votes, String voter, RandomGenerator random) {
        Map<Integer, Map<Integer, Cell>> byCase = new HashMap<>();
        for (Cell cell : comparison.cells()) {
            if (cell.key().repeat() == 0 && text(cell) != null) {
                byCase.computeIfAbsent(cell.key().testCase(), any -> new HashMap<>())
                        .put(cell.key().variant(), cell);
            }
        }
        List<Ballot> ballots = new ArrayList<>();
        byCase.forEach((testCase, cells) -> {
            Cell baseline = cells.get(0);
            cells.forEach((variant, cell) -> {
                if (variant > 0 && baseline != null && !hasVoted(votes, voter, testCase, variant)) {
                    ballots.add(random.nextBoolean() ? ballot(baseline, cell) : ballot(cell, baseline));
                }
            });
        });
        Collections.shuffle(ballots, random);
        return ballots;
    }

    private static boolean hasVoted(List<Vote> votes, String voter, int testCase, int variant) {
        return votes.stream()
                .anyMatch(vote -> vote.voter().equals(voter)
                        && vote.testCase() == testCase
                        && Math.min(vote.left(), vote.right()) == 0
                        && Math.max(vote.left(), vote.right()) == variant);
    }

    private static Ballot ballot(Cell left, Cell right) {
        return new Ballot(
                left.key().testCase(),
                left.key().variant(),
                right.key().variant(),
                Ballot.words(left.inputs()),
                left.expected(),
                String.valueOf(text(left)),
                String.valueOf(text(right)));
    }

    private static @Nullable String text(Cell cell) {
        return cell.answer().outcome() instanceof Outcome.Completed completed
                ? completed.response().output()
                : null;
    }
}
