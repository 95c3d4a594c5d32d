package dev.assay.exchange.results.content;

import dev.assay.experiment.Comparison;
import dev.assay.history.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A case with the answers of all variants.
 *
 * @param index from 0
 * @param inputs the case's values
 * @param expected a correct answer, or null
 * @param byVariant the cells of each variant in column order, by repeat; may be empty in a run that was stopped
 */
public record CaseRow(
        int index, Map<String, Object> inputs, @Nullable String expected, List<List<Cell>> byVariant) {
    public CaseRow {
        byVariant = byVariant.stream().map(List::copyOf).toList();
    }

    /** The cases that the run came to, in order. */
    public static List<CaseRow> of(Comparison comparison) {
        int variants = comparison.run().variants().size();
        Map<Integer, List<List<Cell>>> rows = new TreeMap<>();
        for (Cell cell : comparison.cells()) {
            List<List<Cell>> row = rows.computeIfAbsent(cell.key().testCase(), index -> columns(variants));
            row.get(cell.key().variant()).add(cell);
        }
        return rows.entrySet().stream()
                .map(row -> {
                    Cell any = row.getValue().stream()
                            .flatMap(List::stream)
                            .findFirst()
                            .orElseThrow();
                    return new CaseRow(row.getKey(), any.inputs(), any.expected(), row.getValue());
                })
                .toList();
    }

    /** As people count: from 1. */
    public int number() {
        return index + 1;
    }

    private static List<List<Cell>> columns(int variants) {
        var columns = new ArrayList<List<Cell>>();
        for (int i = 0; i < variants; i++) {
            columns.add(new ArrayList<>());
        }
        return columns;
    }
}
