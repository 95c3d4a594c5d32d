package dev.assay.experiment.gate;

import dev.assay.experiment.Clusters;
import dev.assay.experiment.Comparison;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Run;
import dev.assay.history.RunVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One variant of a run with its cells, ready to stand in another comparison.
 *
 * @param variant what was run
 * @param cells of that variant only
 * @param clusters which cases share a source
 */
record Column(RunVariant variant, List<Cell> cells, Clusters clusters) {

    static Column of(Comparison comparison, int variant) {
        return new Column(
                comparison.run().variants().get(variant),
                comparison.cells().stream()
                        .filter(cell -> cell.key().variant() == variant)
                        .toList(),
                comparison.clusters());
    }

    /** The same under another name. */
    Column named(String label) {
        return new Column(
                new RunVariant(
                        label,
                        variant.prompt(),
                        variant.revision(),
                        variant.blobId(),
                        variant.model(),
                        variant.parameters()),
                cells,
                clusters);
    }

    /** The columns compared with this one as their baseline, by the rules of every verdict. */
    Comparison against(Run run, List<Column> challengers) {
        List<Column> columns =
                Stream.concat(Stream.of(this), challengers.stream()).toList();
        List<Cell> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (Cell cell : columns.get(i).cells()) {
                all.add(new Cell(
                        new CellKey(i, cell.key().testCase(), cell.key().repeat()),
                        cell.inputs(),
                        cell.expected(),
                        cell.answer(),
                        cell.judgeCalls(),
                        cell.scores()));
            }
        }
        return Comparison.of(
                run.withVariants(columns.stream().map(Column::variant).toList()), all, clusters);
    }
}
