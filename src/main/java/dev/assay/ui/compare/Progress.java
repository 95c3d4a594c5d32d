package dev.assay.ui.compare;

import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.pricing.Cost;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import dev.assay.ui.results.rows.RunEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param ended cells that have ended
 * @param failed those of them that ended in an error
 * @param cells cells in all
 * @param costUsd what they cost, judging included, or null once any of it is not known
 */
record Progress(int ended, int failed, int cells, @Nullable BigDecimal costUsd) {
    static final Progress NONE = of(0);

    static Progress of(int cells) {
        return new Progress(0, 0, cells, BigDecimal.ZERO);
    }

    Progress after(List<RunEvent> events) {
        Progress now = this;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Finished finished) {
                Cell cell = finished.cell();
                int failure = cell.answer().outcome() instanceof Outcome.Failed ? 1 : 0;
                now = new Progress(now.ended + 1, now.failed + failure, cells, plus(now.costUsd, cell));
            }
        }
        return now;
    }

    /** {@code 17/40 · $0.19}. */
    String text() {
        return Messages.get("compare.progress", ended, cells, Figures.cost(costUsd));
    }

    /** {@code 3 of 17 failed}; empty while none has. */
    String failures() {
        return failed == 0 ? "" : Messages.get("compare.failures", failed, ended);
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal sum, Cell cell) {
        BigDecimal total = sum;
        for (Invocation call : Stream.concat(Stream.of(cell.answer()), cell.judgeCalls().stream())
                .toList()) {
            Cost cost = call.cost();
            total = total == null || cost == null ? null : total.add(cost.usd());
        }
        return total;
    }
}
