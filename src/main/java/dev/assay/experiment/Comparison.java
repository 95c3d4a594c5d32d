package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.Run;
import java.util.List;

/**
 * The result of a run; made from what history holds, so that a run shows the same figures today and later.
 *
 * @param run what was run
 * @param variants one summary a column
 * @param verdicts each later variant against the first, by metric
 * @param cells in order of variant, case and repeat
 */
public record Comparison(Run run, List<VariantSummary> variants, List<Verdict> verdicts, List<Cell> cells) {
    public Comparison {
        variants = List.copyOf(variants);
        verdicts = List.copyOf(verdicts);
        cells = List.copyOf(cells);
    }
}
