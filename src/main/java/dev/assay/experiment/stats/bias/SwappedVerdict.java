package dev.assay.experiment.stats.bias;

/**
 * What a judge preferred of the same two answers, shown in both orders.
 *
 * @param baselineFirst with the baseline's answer in the first place
 * @param challengerFirst with the challenger's
 */
public record SwappedVerdict(Place baselineFirst, Place challengerFirst) {
    /** The place of the preferred answer. */
    public enum Place {
        FIRST,
        SECOND,
        TIE
    }

    /** Whether the same answer, or none, was preferred in both orders. */
    public boolean isConsistent() {
        return switch (baselineFirst) {
            case FIRST -> challengerFirst == Place.SECOND;
            case SECOND -> challengerFirst == Place.FIRST;
            case TIE -> challengerFirst == Place.TIE;
        };
    }
}
