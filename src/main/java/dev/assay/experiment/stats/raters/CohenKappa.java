package dev.assay.experiment.stats.raters;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Agreement of two raters on labels beyond chance (Cohen 1960). */
final class CohenKappa {
    private CohenKappa() {}

    /**
     * Kappa of a square table of counts, rows of one rater, columns of the other.
     *
     * @return null where the table is empty, or both raters gave one and the same label only
     */
    static @Nullable Double of(int[][] table) {
        double n = Arrays.stream(table).flatMapToInt(Arrays::stream).sum();
        if (n == 0) {
            return null;
        }
        double seen = IntStream.range(0, table.length).map(i -> table[i][i]).sum() / n;
        double expected = IntStream.range(0, table.length)
                .mapToDouble(i -> Arrays.stream(table[i]).sum()
                        / n
                        * Arrays.stream(table).mapToInt(row -> row[i]).sum()
                        / n)
                .sum();
        return expected >= 1 ? null : Double.valueOf((seen - expected) / (1 - expected));
    }
}
