package dev.assay.experiment.stats.bias;

import dev.assay.experiment.stats.Proportion;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a judge's preference hangs on the order in which it reads. Half of all decisive verdicts fall on the first
 * place if order has no say, since each pair is shown in both orders.
 *
 * @param pairs pairs of answers, each judged in both orders
 * @param inconsistent of them, those on which the judge changed its mind with the order
 * @param first verdicts for the answer in the first place
 * @param second verdicts for the answer in the second place
 */
public record PositionBias(int pairs, int inconsistent, int first, int second) {
    /** Above this share of changed minds a judge cannot tell two variants apart reliably. */
    public static final double RELIABLE_UP_TO = 0.25;

    /** Counts the verdicts. */
    public static PositionBias of(List<SwappedVerdict> verdicts) {
        return new PositionBias(
                verdicts.size(),
                (int) verdicts.stream()
                        .filter(verdict -> !verdict.isConsistent())
                        .count(),
                count(verdicts, SwappedVerdict.Place.FIRST),
                count(verdicts, SwappedVerdict.Place.SECOND));
    }

    /** How often the order changed the verdict; null without pairs. */
    public @Nullable Proportion inconsistency() {
        return pairs == 0 ? null : new Proportion(inconsistent, pairs);
    }

    /** How many decisive verdicts fell on the first place; null without any. */
    public @Nullable Proportion firstPreferred() {
        return first + second == 0 ? null : new Proportion(first, first + second);
    }

    /** Whether the judge leans to a place: half is outside the interval of the share. */
    public boolean leans() {
        Proportion share = firstPreferred();
        return share != null
                && (share.interval().low() > 0.5 || share.interval().high() < 0.5);
    }

    /** Whether the judge changes its mind too often to be relied on. */
    public boolean isUnreliable() {
        return pairs > 0 && inconsistent > RELIABLE_UP_TO * pairs;
    }

    private static int count(List<SwappedVerdict> verdicts, SwappedVerdict.Place place) {
        return (int) verdicts.stream()
                .flatMap(verdict -> Stream.of(verdict.baselineFirst(), verdict.challengerFirst()))
                .filter(place::equals)
                .count();
    }
}
