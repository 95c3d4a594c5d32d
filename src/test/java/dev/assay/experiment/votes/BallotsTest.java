package dev.assay.experiment.votes;

import static dev.assay.experiment.stats.raters.Preference.BASELINE;
import static dev.assay.experiment.stats.raters.Preference.CHALLENGER;
import static dev.assay.experiment.stats.raters.Preference.TIE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.experiment.stats.preference.Votes;
import dev.assay.experiment.stats.raters.Preference;
import dev.assay.experiment.stats.raters.Reading;
import dev.assay.history.Vote;
import dev.assay.history.Vote.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BallotsTest {
    private static final List<Vote> VOTES = List.of(
            vote(0, 0, 1, Choice.RIGHT, "ann"),
            vote(0, 1, 0, Choice.LEFT, "bob"),
            vote(0, 0, 1, Choice.LEFT, "eve"),
            vote(1, 1, 0, Choice.RIGHT, "ann"),
            vote(1, 0, 1, Choice.RIGHT, "bob"),
            vote(2, 0, 1, Choice.BOTH_BAD, "ann"),
            vote(3, 0, 1, Choice.LEFT, "ann"),
            vote(3, 0, 1, Choice.RIGHT, "ann"),
            vote(4, 0, 2, Choice.RIGHT, "ann"));

    @Test
    void sidesArePutStraightAndOtherVariantsLeftOut() {
        Ballots ballots = Ballots.of(VOTES, 0, 1);

        assertThat(ballots.byCase().get(0)).isEqualTo(Map.of("ann", CHALLENGER, "bob", CHALLENGER, "eve", BASELINE));
        assertThat(ballots.byCase()).containsOnlyKeys(0, 1, 2, 3);
        assertThat(ballots.voters()).containsExactly("ann", "bob", "eve");
    }

    @Test
    void severalPeopleOnOneCaseAreOneCase() {
        Ballots ballots = Ballots.of(VOTES, 0, 1);

        assertThat(ballots.settled()).isEqualTo(Map.of(0, CHALLENGER, 1, TIE, 2, TIE, 3, CHALLENGER));
        assertThat(ballots.votes()).isEqualTo(new Votes(0, 2, 2));
    }

    @Test
    void votesAreKeptApartByPersonAndTheLastOneCounts() {
        assertThat(Ballots.of(VOTES, 0, 1).of("ann")).isEqualTo(new Votes(1, 1, 2));
        assertThat(Ballots.of(VOTES, 0, 1).of("eve")).isEqualTo(new Votes(1, 0, 0));
        assertThat(Ballots.of(VOTES, 0, 1).of("nobody")).isEqualTo(new Votes(0, 0, 0));
    }

    @Test
    void votersAreComparedWhereSeveralVoted() {
        List<Vote> votes = IntStream.range(0, 30)
                .boxed()
                .flatMap(i -> List.of(
                        vote(i, 0, 1, i % 2 == 0 ? Choice.LEFT : Choice.RIGHT, "ann"),
                        vote(i, 0, 1, i % 2 == 0 ? Choice.LEFT : Choice.RIGHT, "bob"))
                        .stream())
                .toList();

        assertThat(Ballots.of(votes, 0, 1).agreement().alpha()).isCloseTo(1, within(1e-12));
        assertThat(Ballots.of(votes, 0, 1).agreement().reading()).isEqualTo(Reading.GOOD);
        assertThat(Ballots.of(VOTES, 0, 1).agreement().answers()).isEqualTo(2);
        assertThat(Ballots.of(List.of(), 0, 1).agreement().alpha()).isNull();
    }

    @Test
    void aJudgeIsHeldAgainstTheVotesAndCorrectedByThem() {
        var random = new SplittableRandom(20261126);
        Map<Integer, Preference> truth = IntStream.range(0, 200)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), i -> Preference.ofSign(random.nextInt(-1, 2))));
        Map<Integer, Double> flattering = new TreeMap<>();
        truth.forEach((testCase, preference) ->
                flattering.put(testCase, random.nextInt(4) == 0 ? 0.25 : 0.25 * preference.sign()));
        Map<Integer, Preference> voted = new TreeMap<>(truth);
        voted.keySet().removeIf(testCase -> testCase >= 60);
        voted.put(999, CHALLENGER);

        JudgeCheck check = JudgeCheck.of(voted, flattering);

        double seen =
                truth.values().stream().mapToInt(Preference::sign).average().orElse(0);
        double judged =
                flattering.values().stream().mapToDouble(Math::signum).average().orElse(0);
        assertThat(check.calibration().n()).isEqualTo(60);
        assertThat(check.calibration().reading()).isEqualTo(Reading.GOOD);
        assertThat(check.corrected().voted()).isEqualTo(60);
        assertThat(check.corrected().unvoted()).isEqualTo(140);
        assertThat(check.corrected().interval().low()).isLessThan(seen);
        assertThat(check.corrected().interval().high()).isGreaterThan(seen);
        assertThat(Math.abs(check.corrected().mean() - seen)).isLessThan(Math.abs(judged - seen));
    }

    @Test
    void oneVoteCorrectsNothing() {
        assertThat(JudgeCheck.of(Map.of(0, CHALLENGER), Map.of(0, 0.25, 1, 0.5)).corrected())
                .isNull();
    }

    private static Vote vote(int testCase, int left, int right, Choice choice, String voter) {
        return new Vote(testCase, left, right, choice, voter, Instant.EPOCH);
    }
}
