package dev.assay.ui.compare;

import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.pricing.Cost;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import dev.assay.ui.results.rows.RunEvent;
import java.math.BigDecimal;
import java.time.Duration;
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
 * @param pace how quickly they end
 */
record Progress(int ended, int failed, int cells, @Nullable BigDecimal costUsd, Pace pace) {
    static final Progress NONE = of(0, 0);

    /**
     * How quickly cells end, without the time of pauses.
     *
     * @param since the beginning of the run, or the end of its last pause, in nanoseconds
     * @param now the same of the last event
     * @param cells how many have ended in between
     */
    record Pace(long since, long now, int cells) {
        Pace after(int more, long at) {
            return new Pace(since, at, cells + more);
        }

        /** The time that so many cells take; null where none has ended yet. */
        @Nullable
        Duration of(int rest) {
            return cells == 0 || rest == 0
                    ? null
                    : Duration.ofNanos(now - since).multipliedBy(rest).dividedBy(cells);
        }
    }

    /** The beginning of a run. */
    static Progress of(int cells, long now) {
        return new Progress(0, 0, cells, BigDecimal.ZERO, new Pace(now, now, 0));
    }

    /** The same after a pause. */
    Progress from(long now) {
        return new Progress(ended, failed, cells, costUsd, new Pace(now, now, 0));
    }

    Progress after(List<RunEvent> events, long at) {
        int more = 0;
        int errors = 0;
        int here = 0;
        BigDecimal cost = costUsd;
        for (RunEvent event : events) {
            Cell cell = event.ended();
            if (cell != null) {
                more++;
                here += event instanceof RunEvent.Finished ? 1 : 0;
                errors += cell.answer().outcome() instanceof Outcome.Failed ? 1 : 0;
                cost = plus(cost, cell);
            }
        }
        return new Progress(ended + more, failed + errors, cells, cost, pace.after(here, at));
    }

    /** {@code 17/40 · $0.19 · 1m10s left}. */
    String text() {
        Duration left = pace.of(cells - ended);
        String text = Messages.get("compare.progress", ended, cells, Figures.cost(costUsd));
        return left == null ? text : Messages.get("compare.progress.left", text, Figures.wait(left));
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
