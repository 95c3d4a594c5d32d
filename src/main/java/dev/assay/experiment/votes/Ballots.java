package dev.assay.experiment.votes;

import dev.assay.experiment.stats.preference.Votes;
import dev.assay.experiment.stats.raters.Distance;
import dev.assay.experiment.stats.raters.KrippendorffAlpha;
import dev.assay.experiment.stats.raters.Preference;
import dev.assay.experiment.stats.raters.Ratings;
import dev.assay.history.Vote;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The votes of all people on two variants of a run.
 *
 * @param byCase by case, who preferred which; a tie where both were found equal or both bad
 */
public record Ballots(Map<Integer, Map<String, Preference>> byCase) {
    public Ballots {
        var copy = new TreeMap<Integer, Map<String, Preference>>();
        byCase.forEach((testCase, ballots) -> copy.put(testCase, Map.copyOf(ballots)));
        byCase = copy;
    }

    /**
     * Takes the votes on two variants out of those of a run, whichever of them was shown on the left. Of several votes
     * of one person on one case the last counts.
     *
     * @param votes in the order in which they were cast
     * @param baseline index of the baseline
     * @param challenger index of the other variant
     */
    public static Ballots of(List<Vote> votes, int baseline, int challenger) {
        Map<Integer, Map<String, Preference>> byCase = new TreeMap<>();
        for (Vote vote : votes) {
            boolean straight = vote.left() == baseline && vote.right() == challenger;
            boolean swapped = vote.left() == challenger && vote.right() == baseline;
            if (straight || swapped) {
                byCase.computeIfAbsent(vote.testCase(), testCase -> new TreeMap<>())
                        .put(vote.voter(), preference(vote.choice(), straight));
            }
        }
        return new Ballots(byCase);
    }

    /** Who voted, in order of the names. */
    public SortedSet<String> voters() {
        var voters = new TreeSet<String>();
        byCase.values().forEach(ballots -> voters.addAll(ballots.keySet()));
        return voters;
    }

    /** The votes of one person. */
    public Votes of(String voter) {
        return Votes.of(byCase.values().stream()
                .filter(ballots -> ballots.containsKey(voter))
                .map(ballots -> ballots.get(voter))
                .toList());
    }

    /** One preference a case: that of most who see a difference there, a tie where they are as many on both sides. */
    public Map<Integer, Preference> settled() {
        var settled = new TreeMap<Integer, Preference>();
        byCase.forEach((testCase, ballots) -> settled.put(testCase, majority(ballots.values())));
        return settled;
    }

    /** The settled preferences, counted. */
    public Votes votes() {
        return Votes.of(settled().values());
    }

    /** How far the voters agree with each other where several voted, a tie lying between the two preferences. */
    public KrippendorffAlpha agreement() {
        List<List<@Nullable Double>> byVoter = voters().stream()
                .<List<@Nullable Double>>map(voter -> byCase.values().stream()
                        .<@Nullable Double>map(ballots -> rating(ballots.get(voter)))
                        .toList())
                .toList();
        return KrippendorffAlpha.of(Ratings.byRater(byVoter), Distance.ORDINAL);
    }

    private static @Nullable Double rating(@Nullable Preference preference) {
        return preference == null ? null : Double.valueOf(preference.sign());
    }

    private static Preference majority(Collection<Preference> ballots) {
        return Preference.ofSign(ballots.stream().mapToInt(Preference::sign).sum());
    }

    private static Preference preference(Vote.Choice choice, boolean straight) {
        return switch (choice) {
            case LEFT -> straight ? Preference.BASELINE : Preference.CHALLENGER;
            case RIGHT -> straight ? Preference.CHALLENGER : Preference.BASELINE;
            case TIE, BOTH_BAD -> Preference.TIE;
        };
    }
}
