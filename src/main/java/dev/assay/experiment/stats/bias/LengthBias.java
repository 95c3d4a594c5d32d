package dev.assay.experiment.stats.bias;

import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.Spearman;
import dev.assay.experiment.stats.raters.Preference;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far preferences go with length. Longer answers may be better ones, so this tells what to look at, not what is
 * wrong: where the verdict is another on answers of like length, length made it.
 *
 * @param pairs pairs of answers
 * @param longerWins decisive preferences for the longer answer
 * @param shorterWins decisive preferences for the shorter one
 * @param winnerRatio geometric mean of the preferred answer's length over the other's; null without decisive preferences
 * @param correlation Spearman's, of the ratio of lengths with the preference; null where either does not vary
 * @param alike preferences among the pairs whose lengths are within 20 %
 */
public record LengthBias(
        int pairs,
        int longerWins,
        int shorterWins,
        @Nullable Double winnerRatio,
        @Nullable Double correlation,
        Tally alike) {
    /** From this ratio on the verdict on answers of like length is to be shown too. */
    public static final double WORTH_TELLING = 1.3;

    /** Preferences by side. */
    public record Tally(int challenger, int ties, int baseline) {}

    /** Reckons it. */
    public static LengthBias of(List<SizedPreference> preferences) {
        List<SizedPreference> decisive = preferences.stream()
                .filter(one -> one.preference() != Preference.TIE)
                .toList();
        double[] winnerLogs = decisive.stream()
                .mapToDouble(one -> one.preference().sign() * Math.log(one.ratio()))
                .toArray();
        return new LengthBias(
                preferences.size(),
                (int) Arrays.stream(winnerLogs).filter(log -> log > 0).count(),
                (int) Arrays.stream(winnerLogs).filter(log -> log < 0).count(),
                winnerLogs.length == 0
                        ? null
                        : (Double) Math.exp(Arrays.stream(winnerLogs).average().orElse(0)),
                Spearman.of(
                        preferences.stream().mapToDouble(SizedPreference::ratio).toArray(),
                        preferences.stream()
                                .mapToDouble(one -> one.preference().sign())
                                .toArray()),
                tally(preferences.stream()
                        .filter(SizedPreference::isLikeInLength)
                        .toList()));
    }

    /** How often the longer answer is preferred, of the decisive preferences between unlike lengths; null without any. */
    public @Nullable Proportion longerPreferred() {
        return longerWins + shorterWins == 0 ? null : new Proportion(longerWins, longerWins + shorterWins);
    }

    /** Whether the preferred answers are so much longer that like lengths must be looked at. */
    public boolean isWorthTelling() {
        return winnerRatio != null && winnerRatio >= WORTH_TELLING;
    }

    private static Tally tally(List<SizedPreference> preferences) {
        return new Tally(
                count(preferences, Preference.CHALLENGER),
                count(preferences, Preference.TIE),
                count(preferences, Preference.BASELINE));
    }

    private static int count(List<SizedPreference> preferences, Preference preference) {
        return (int) preferences.stream()
                .filter(one -> one.preference() == preference)
                .count();
    }
}
