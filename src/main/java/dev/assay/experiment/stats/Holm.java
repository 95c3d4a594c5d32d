package dev.assay.experiment.stats;

import dev.assay.llm.InputException;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The step-down correction of Holm (1979) for several tests that are read together. */
public final class Holm {
    private Holm() {}

    /**
     * P-values that may be held against the level of a single test.
     *
     * @param pValues each from 0 to 1
     * @return as many, in the same order
     * @throws InputException where one is none
     */
    public static double[] adjust(double[] pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new InputException("A p-value is " + p + " but must be from 0 to 1");
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(i -> i)
                .toArray();
        var adjusted = new double[pValues.length];
        double least = 0;
        for (int rank = 0; rank < order.length; rank++) {
            least = Math.max(least, Math.min(1, (order.length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = least;
        }
        return adjusted;
    }
}
