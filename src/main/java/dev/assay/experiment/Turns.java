package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The cells that can be worked on now, in order. Where answers are compared with those of the baseline, no other cell
 * has its turn while an answer of the baseline is still to come in a batch: it would take a place and wait there.
 */
final class Turns {
    private final boolean comparing;
    private final Queue<PlannedCell> ready = new ArrayDeque<>();
    private final List<PlannedCell> held = new ArrayList<>();
    private boolean baselineComes;

    /**
     * Turns of a run.
     *
     * @param comparing whether answers are compared with those of the baseline
     * @param cells that can be worked on at once
     */
    Turns(boolean comparing, List<PlannedCell> cells) {
        this.comparing = comparing;
        // Until it is known that no batch brings any, all may have to wait for it.
        held.addAll(cells);
    }

    /** Cells of a batch are to come. */
    void expect(List<PlannedCell> coming) {
        baselineComes |= coming.stream().anyMatch(cell -> Baselines.isBaseline(cell.key()));
    }

    /** A batch has come; these cells of others are still to come. */
    void collected(List<PlannedCell> coming) {
        baselineComes = false;
        expect(coming);
    }

    /** One more that can be worked on. */
    void add(PlannedCell cell) {
        held.add(cell);
    }

    /** The next one; null where none has its turn. */
    @Nullable
    PlannedCell next() {
        held.removeIf(cell -> {
            boolean goes = !comparing || !baselineComes || Baselines.isBaseline(cell.key());
            return goes && ready.add(cell);
        });
        return ready.poll();
    }
}
