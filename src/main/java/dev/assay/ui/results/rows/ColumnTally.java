package dev.assay.ui.results.rows;

import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.judge.Score;
import dev.assay.pricing.Cost;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a column amounts to while its run goes on: counted up cell by cell, so that thousands cost nothing. */
public final class ColumnTally {
    private final Map<String, double[]> scores = new HashMap<>();
    private int ended;
    private int errors;
    private @Nullable BigDecimal costUsd = BigDecimal.ZERO;

    void add(Cell cell) {
        ended++;
        if (cell.answer().outcome() instanceof Outcome.Failed) {
            errors++;
        } else {
            Cost cost = cell.answer().cost();
            costUsd = costUsd == null || cost == null ? null : costUsd.add(cost.usd());
        }
        List<Score> given = cell.scores();
        for (Score score : given) {
            if (score instanceof Score.Scored scored) {
                double[] sum = scores.computeIfAbsent(scored.metric(), name -> new double[2]);
                sum[0] += scored.value();
                sum[1]++;
            }
        }
    }

    /** Cells that have ended. */
    public int ended() {
        return ended;
    }

    /** Cells that ended in an error. */
    public int errors() {
        return errors;
    }

    /** What the answers cost so far, or null where any cost is unknown. */
    public @Nullable BigDecimal costUsd() {
        return costUsd;
    }

    /** Mean of a metric so far; empty where nothing is scored yet. */
    public OptionalDouble mean(String metric) {
        double[] sum = scores.get(metric);
        return sum == null ? OptionalDouble.empty() : OptionalDouble.of(sum[0] / sum[1]);
    }
}
