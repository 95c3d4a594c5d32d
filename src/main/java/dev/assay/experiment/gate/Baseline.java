package dev.assay.experiment.gate;

import dev.assay.experiment.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the variants of a run are held against.
 *
 * @param name as the user named it
 * @param earlier the run that has the baseline, or null where the run itself has it
 * @param pairings which variant meets which; a variant is a challenger once
 */
public record Baseline(String name, @Nullable Comparison earlier, List<Pairing> pairings) {
    public Baseline {
        pairings = List.copyOf(pairings);
    }

    /**
     * Variants that meet the same baseline. They are tested together, so that their p values are corrected for their
     * number.
     *
     * @param baseline index of the variant that is the baseline, in the earlier run where there is one
     * @param challengers indexes of the others, in the run itself
     */
    public record Pairing(int baseline, List<Integer> challengers) {
        public Pairing {
            challengers = List.copyOf(challengers);
        }
    }

    /** One comparison a pairing, each with its baseline as the first variant. */
    List<Comparison> comparisons(Comparison run) {
        return pairings.stream().map(pairing -> comparison(run, pairing)).toList();
    }

    private Comparison comparison(Comparison run, Pairing pairing) {
        Column baseline = earlier == null ? Column.of(run, pairing.baseline()) : earlierColumn(earlier, pairing);
        return baseline.against(
                run.run(),
                pairing.challengers().stream()
                        .map(challenger -> Column.of(run, challenger))
                        .toList());
    }

    /** Letters repeat from run to run: that of another run is told by the run's id. */
    private static Column earlierColumn(Comparison earlier, Pairing pairing) {
        Column column = Column.of(earlier, pairing.baseline());
        return column.named(earlier.run().id() + ":" + column.variant().label());
    }
}
