package dev.assay.experiment;

import dev.assay.experiment.stats.PassFailTest;
import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The scores of a baseline and a challenger on the cases that both were scored on. Repeats are averaged within their
 * case first: counted as cases they would call a winner far too often.
 *
 * @param cases which cases those are
 * @param before the baseline's, one a case
 * @param after the challenger's on the same cases
 * @param baseline why cases are missing on the baseline's side
 * @param challenger why cases are missing on the challenger's side
 */
record PairedScores(int[] cases, double[] before, double[] after, Missing baseline, Missing challenger) {

    /**
     * Cases without a score.
     *
     * @param notRun cases that the run did not come to
     * @param failed cases without any answer
     * @param unscored cases with an answer that the judge could not score
     */
    record Missing(int notRun, int failed, int unscored) {
        int total() {
            return notRun + failed + unscored;
        }
    }

    static PairedScores of(Run run, List<Cell> cells, int challenger, String metric) {
        List<Side> left = sides(run, cells, 0, metric);
        List<Side> right = sides(run, cells, challenger, metric);
        int[] both = IntStream.range(0, run.cases())
                .filter(i ->
                        left.get(i).score().isPresent() && right.get(i).score().isPresent())
                .toArray();
        return new PairedScores(both, values(left, both), values(right, both), missing(left), missing(right));
    }

    private static double[] values(List<Side> sides, int[] cases) {
        return IntStream.of(cases)
                .mapToDouble(i -> sides.get(i).score().getAsDouble())
                .toArray();
    }

    /** Challenger minus baseline, one a case. */
    double[] differences() {
        return IntStream.range(0, before.length)
                .mapToDouble(i -> after[i] - before[i])
                .toArray();
    }

    /** The cases counted by who passed; empty where a score is neither 0 nor 1, as a mean of repeats may be. */
    Optional<PassFailTest> passFail() {
        int[] counts = new int[4];
        for (int i = 0; i < before.length; i++) {
            if (!isPassOrFail(before[i]) || !isPassOrFail(after[i])) {
                return Optional.empty();
            }
            counts[(before[i] == 1 ? 2 : 0) + (after[i] == 1 ? 1 : 0)]++;
        }
        return Optional.of(new PassFailTest(counts[3], counts[1], counts[2], counts[0]));
    }

    private static boolean isPassOrFail(double score) {
        return score == 0 || score == 1;
    }

    private enum State {
        NOT_RUN,
        FAILED,
        UNSCORED,
        SCORED
    }

    /** One variant on one case. */
    private record Side(State state, OptionalDouble score) {}

    private static List<Side> sides(Run run, List<Cell> cells, int variant, String metric) {
        List<List<Cell>> byCase = new ArrayList<>();
        for (int i = 0; i < run.cases(); i++) {
            byCase.add(new ArrayList<>());
        }
        cells.stream()
                .filter(cell -> cell.key().variant() == variant)
                .forEach(cell -> byCase.get(cell.key().testCase()).add(cell));
        return byCase.stream().map(repeats -> side(repeats, metric)).toList();
    }

    private static Side side(List<Cell> repeats, String metric) {
        OptionalDouble mean = repeats.stream()
                .flatMapToDouble(cell -> Summaries.values(cell, metric))
                .average();
        if (mean.isPresent()) {
            return new Side(State.SCORED, mean);
        }
        boolean answered = repeats.stream().anyMatch(cell -> cell.answer().outcome() instanceof Outcome.Completed);
        if (answered) {
            return new Side(State.UNSCORED, mean);
        }
        return new Side(repeats.isEmpty() ? State.NOT_RUN : State.FAILED, mean);
    }

    private static Missing missing(List<Side> sides) {
        return new Missing(count(sides, State.NOT_RUN), count(sides, State.FAILED), count(sides, State.UNSCORED));
    }

    private static int count(List<Side> sides, State state) {
        return (int) sides.stream().filter(side -> side.state() == state).count();
    }
}
