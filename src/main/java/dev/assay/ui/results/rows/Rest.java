package dev.assay.ui.results.rows;

import dev.assay.experiment.Comparison;
import dev.assay.history.Outcome;
import dev.assay.history.StopReason;
import dev.assay.judge.Score;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run that has ended still lacks.
 *
 * @param runId the run; null where none has been made
 * @param missing cells without answer, or without a score
 * @param failed cells whose call failed
 * @param why why it ended before its last cell, for the user; empty where there is nothing to tell
 */
public record Rest(@Nullable String runId, int missing, int failed, String why) {
    /** No run has been made. */
    public static final Rest NONE = new Rest(null, 0, 0, "");

    /** What a run lacks, by its cells. */
    public static Rest of(Comparison comparison) {
        List<String> metrics = comparison.run().metrics();
        int missing = comparison.run().cellCount() - comparison.cells().size();
        int failed = 0;
        for (var cell : comparison.cells()) {
            Set<String> scored = cell.scores().stream().map(Score::metric).collect(Collectors.toSet());
            if (!(cell.answer().outcome() instanceof Outcome.Completed)) {
                failed++;
            } else if (!scored.containsAll(metrics)) {
                missing++;
            }
        }
        return new Rest(comparison.run().id(), missing, failed, why(comparison));
    }

    private static String why(Comparison comparison) {
        StopReason reason = comparison.run().stopReason();
        return switch (reason) {
            case BUDGET ->
                comparison.cells().isEmpty()
                        ? Messages.get("results.ended.budget.nothing")
                        : Messages.get("results.ended.budget");
            case SETTLED -> Messages.get("results.ended.settled");
            case CHOICE -> Messages.get("results.ended.choice");
            case USER, FAILURE -> "";
            case null -> "";
        };
    }
}
