package dev.assay.experiment.stats.preference;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.SignTest;
import dev.assay.experiment.stats.raters.Preference;
import dev.assay.llm.InputException;
import java.util.Collection;
import java.util.Collections;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Preferences over cases, one a case: votes of several people on one case are settled among them first, since they are
 * no further cases.
 *
 * @param baseline cases on which the baseline's answer was preferred
 * @param ties cases on which neither was
 * @param challenger cases on which the challenger's answer was preferred
 */
public record Votes(int baseline, int ties, int challenger) {
    public Votes {
        if (baseline < 0 || ties < 0 || challenger < 0) {
            throw new InputException("A number of votes is below zero");
        }
        if ((long) baseline + ties + challenger > Integer.MAX_VALUE) {
            throw new InputException("There are more votes than can be counted");
        }
    }

    /** Counts preferences, one a case. */
    public static Votes of(Collection<Preference> preferences) {
        return new Votes(
                Collections.frequency(preferences, Preference.BASELINE),
                Collections.frequency(preferences, Preference.TIE),
                Collections.frequency(preferences, Preference.CHALLENGER));
    }

    /** All votes. */
    public int n() {
        return baseline + ties + challenger;
    }

    /** Votes that prefer one. */
    public int decisive() {
        return baseline + challenger;
    }

    /** How many of the decisive votes prefer the challenger; null without any. */
    public @Nullable Proportion decisiveShare() {
        return decisive() == 0 ? null : new Proportion(challenger, decisive());
    }

    /** The exact two-sided sign test on the decisive votes; 1 without any. */
    public double pValue() {
        return SignTest.exact(challenger, baseline);
    }

    /** The challenger's share with ties as half, 0 to 1; half without votes. */
    public double winRate() {
        return n() == 0 ? 0.5 : (challenger + ties / 2.0) / n();
    }

    /** Standard deviation of a vote counted as 0, half or 1 (n - 1); 0 with fewer than two. */
    public double deviation() {
        double mean = winRate();
        double squares =
                baseline * mean * mean + ties * (0.5 - mean) * (0.5 - mean) + challenger * (1 - mean) * (1 - mean);
        return n() < 2 ? 0 : Math.sqrt(squares / (n() - 1));
    }

    /**
     * The 95 % interval of the win rate: that of t over votes counted as 0, half and 1. Where all decisive votes go one
     * way they do not vary enough for t; then Wilson's interval of the decisive share, with the ties as they are.
     *
     * @return null without decisive votes
     */
    public @Nullable Interval winRateInterval() {
        Proportion share = decisiveShare();
        if (share == null) {
            return null;
        }
        if (baseline == 0 || challenger == 0) {
            double tied = ties / 2.0 / n();
            double weight = (double) decisive() / n();
            Interval wilson = share.interval();
            return new Interval(tied + weight * wilson.low(), tied + weight * wilson.high());
        }
        double half = TDistribution.of(n() - 1).inverseCumulativeProbability(0.975) * deviation() / Math.sqrt(n());
        return new Interval(Math.max(0, winRate() - half), Math.min(1, winRate() + half));
    }
}
