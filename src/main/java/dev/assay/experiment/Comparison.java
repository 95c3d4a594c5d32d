package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The result of a run; made from what history holds, so that a run shows the same figures today and later.
 *
 * @param run what was run
 * @param variants one summary a column
 * @param verdicts each later variant against the first, by metric
 * @param cells in order of variant, case and repeat
 * @param clusters which cases share a source
 */
public record Comparison(
        Run run, List<VariantSummary> variants, List<Verdict> verdicts, List<Cell> cells, Clusters clusters) {
    private static final Comparator<Cell> ORDER = Comparator.comparing(
            Cell::key,
            Comparator.comparingInt(CellKey::variant)
                    .thenComparingInt(CellKey::testCase)
                    .thenComparingInt(CellKey::repeat));

    public Comparison {
        variants = List.copyOf(variants);
        verdicts = List.copyOf(verdicts);
        cells = List.copyOf(cells);
    }

    /** The figures of a run whose cases have nothing to do with each other. */
    public static Comparison of(Run run, List<Cell> cells) {
        return of(run, cells, Clusters.NONE);
    }

    /** The figures of a run, whole or stopped, from its finished cells in any order. */
    public static Comparison of(Run run, List<Cell> cells, Clusters clusters) {
        List<Cell> sorted = cells.stream().sorted(ORDER).toList();
        List<VariantSummary> summaries = new ArrayList<>();
        for (int variant = 0; variant < run.variants().size(); variant++) {
            summaries.add(Summaries.of(run, variant, sorted));
        }
        return new Comparison(run, summaries, Verdicts.of(run, sorted, clusters), sorted, clusters);
    }

    /** The whole result in one line. */
    public String headline() {
        return Headline.of(this);
    }
}
