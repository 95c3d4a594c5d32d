package dev.assay.experiment.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.experiment.Verdict.Kind;
import dev.assay.experiment.stats.SignTest;
import dev.assay.experiment.stats.preference.Votes;
import dev.assay.llm.InputException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected figures are those of scipy's binomtest and ttest_1samp. */
class VoteVerdictTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    @ParameterizedTest
    @CsvSource({
        "14, 5, 0.063568115234375",
        "5, 14, 0.063568115234375",
        "3, 10, 0.09228515625",
        "6, 0, 0.03125",
        "5, 0, 0.0625",
        "8, 8, 1",
        "0, 0, 1"
    })
    void theExactTestIsNotCaughtInTheTwoSidedTrap(int wins, int losses, double p) {
        assertThat(SignTest.exact(wins, losses)).isCloseTo(p, CLOSE);
    }

    @Test
    void tiesCountHalfInTheWinRate() {
        var votes = new Votes(5, 3, 14);

        assertThat(votes.winRate()).isCloseTo(0.7045454545454546, CLOSE);
        assertThat(votes.deviation()).isCloseTo(0.42703548723649115, CLOSE);
        assertThat(votes.winRateInterval().low()).isCloseTo(0.515208526451799, CLOSE);
        assertThat(votes.winRateInterval().high()).isCloseTo(0.8938823826391101, CLOSE);
    }

    @Test
    void votesThatAllGoOneWayHaveTheIntervalOfWilson() {
        var votes = new Votes(0, 4, 8);

        assertThat(votes.winRateInterval().low()).isCloseTo(0.6170616234107464, CLOSE);
        assertThat(votes.winRateInterval().high()).isCloseTo(0.8333333333333333, CLOSE);
        assertThat(new Votes(8, 4, 0).winRateInterval().high()).isCloseTo(1 - 0.6170616234107464, CLOSE);
        assertThat(new Votes(0, 4, 0).winRateInterval()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, UNSCORED",
        "0, 0, 1, TOO_FEW_CASES",
        "0, 12, 0, IDENTICAL",
        "0, 0, 9, TOO_FEW_CASES",
        "0, 20, 5, TOO_FEW_CASES",
        "0, 20, 6, BETTER",
        "6, 20, 0, WORSE",
        "5, 3, 14, TOO_CLOSE_TO_CALL",
        "4, 3, 16, BETTER",
        "0, 991, 9, BETTER_BUT_SMALL",
        "9, 991, 0, WORSE_BUT_SMALL",
        "40, 900, 42, NO_PRACTICAL_DIFFERENCE"
    })
    void votesAreReadByTheRuleOfVerdicts(int baseline, int ties, int challenger, Kind kind) {
        assertThat(VoteVerdict.of(new Votes(baseline, ties, challenger), "A", "B")
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0|0|Nobody has voted on B and A.",
                "0|12|0|No vote of 12 prefers B or A.",
                "0|20|5|Too few votes to call: 5 of 25 prefer one (at least 6 needed). B was preferred on 5, A on 0, neither on 20.",
                "4|3|16|B is preferred to A (win rate 0.761, 95% CI 0.59 to 0.932, p = 0.012, n = 23 votes). B was preferred on 16, A on 4, neither on 3.",
                "16|3|4|A is preferred to B (win rate 0.239, 95% CI 0.068 to 0.41, p = 0.012, n = 23 votes). B was preferred on 4, A on 16, neither on 3.",
                "5|3|14|Too close to call (win rate 0.705, 95% CI 0.515 to 0.894, p = 0.064, n = 22 votes). About 551 more votes would show a win rate of 0.55 four times in five. B was preferred on 14, A on 5, neither on 3."
            })
    void theFindingIsSaidInPlainWords(int baseline, int ties, int challenger, String sentence) {
        assertThat(VoteVerdict.of(new Votes(baseline, ties, challenger), "A", "B")
                        .sentence())
                .isEqualTo(sentence);
    }

    @Test
    void votersWhoTossACoinAreSeldomBelieved() {
        var random = new SplittableRandom(20261126);
        int draws = 5000;
        long called = IntStream.range(0, draws)
                .mapToObj(draw -> {
                    int[] votes = new int[3];
                    random.ints(40, 0, 3).forEach(vote -> votes[vote]++);
                    return VoteVerdict.of(new Votes(votes[0], votes[1], votes[2]), "A", "B");
                })
                .filter(verdict -> verdict.kind() == Kind.BETTER || verdict.kind() == Kind.WORSE)
                .count();

        assertThat(called / (double) draws).isBetween(0.01, 0.05);
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Votes(-1, 0, 0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Votes(Integer.MAX_VALUE, 0, 1)).isInstanceOf(InputException.class);
    }
}
