package dev.assay.experiment.bisect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a search for the change at which a score fell has found.
 *
 * @param good the last revision that is not below the bound; empty where none was found
 * @param suspects the revisions of which one made it fall, the oldest first; one where it is found, empty where there is
 *     no good one
 * @param tried what was measured, in the order in which it was
 * @param revisions how many there are
 * @param <T> a revision
 */
public record Bisected<T>(Outcome outcome, Optional<T> good, List<T> suspects, List<Tried<T>> tried, int revisions) {
    /** How a search ended. */
    public enum Outcome {
        /** One change did it. */
        FOUND,
        /** One of several did it: those between have no score. */
        ONE_OF_SEVERAL,
        /** The newest is not below the bound. */
        NOT_BELOW,
        /** It was never above, as far as there are scores. */
        BELOW_FROM_THE_FIRST,
        /** The newest has no score. */
        NEWEST_UNSCORED
    }

    /**
     * A revision and its score.
     *
     * @param score from 0 to 1; empty where it could not be scored
     */
    public record Tried<T>(T revision, OptionalDouble score) {}

    public Bisected {
        suspects = List.copyOf(suspects);
        tried = List.copyOf(tried);
    }

    /** The score of a revision that was tried; empty where it was not, or has none. */
    public OptionalDouble score(T revision) {
        return tried.stream()
                .filter(one -> one.revision().equals(revision))
                .map(Tried::score)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }
}
