package dev.assay.experiment.drift;

import dev.assay.experiment.Comparison;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Outcome;
import dev.assay.history.RunVariant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One variant then against itself now.
 *
 * @param variant what was run both times
 * @param answers cells that have an answer both times
 * @param same how many of those answers are equal to the last character
 * @param comparison the earlier answers as baseline, the later ones as challenger
 */
public record VariantDrift(RunVariant variant, int answers, int same, Comparison comparison) {

    static VariantDrift of(RunVariant variant, List<Cell> then, List<Cell> now, Comparison comparison) {
        Map<CellKey, String> before = new HashMap<>();
        for (Cell cell : then) {
            if (cell.answer().outcome() instanceof Outcome.Completed completed) {
                before.put(cell.key(), completed.response().output());
            }
        }
        int answers = 0;
        int same = 0;
        for (Cell cell : now) {
            String earlier = before.get(cell.key());
            if (earlier != null && cell.answer().outcome() instanceof Outcome.Completed completed) {
                answers++;
                same += earlier.equals(completed.response().output()) ? 1 : 0;
            }
        }
        return new VariantDrift(variant, answers, same, comparison);
    }

    /** {@code 3 of 24 answers are the same to the last character}. */
    public String answersSentence() {
        return same + " of " + answers + (answers == 1 ? " answer is" : " answers are")
                + " the same to the last character";
    }
}
