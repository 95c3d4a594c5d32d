package dev.assay.experiment.stats.ranks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected figures are those of scipy's wilcoxon and permutation_test. */
class CrossCheckTest {
    private static final double[] TIED = {.25, 0, .25, .5, -.25, .25, 0, .25, .25, .5, 0, .25};
    private static final double[] UNTIED = {.31, -.12, .45, .22, .07, -.03, .51, .38, -.19, .27};

    @Test
    void fewDifferencesAreFlippedInAllWays() {
        assertThat(SignFlipTest.pValue(TIED)).isEqualTo(0.03125);
        assertThat(SignFlipTest.pValue(UNTIED)).isEqualTo(0.046875);
        assertThat(SignFlipTest.pValue(new double[] {.5, .5, .5, .5, .5, .5})).isEqualTo(0.03125);
        assertThat(SignFlipTest.pValue(new double[20])).isEqualTo(1);
    }

    @Test
    void manyDifferencesAreFlippedByDraws() {
        String levels = "....-=+.+..+..-+.+..-+.++-+=-_-+.++...+-..=--.+.=_++-.+.+#..-";
        double[] differences = levels.chars()
                .mapToDouble(level -> switch (level) {
                    case '-' -> -.25;
                    case '_' -> -.5;
                    case '+' -> .25;
                    case '=' -> .5;
                    case '#' -> .75;
                    default -> 0;
                })
                .toArray();

        assertThat(SignFlipTest.pValue(differences)).isCloseTo(0.0984, within(0.01));
        assertThat(SignFlipTest.pValue(differences)).isEqualTo(SignFlipTest.pValue(differences));
        assertThat(CrossCheck.of(differences).rankP()).isCloseTo(0.0921, within(0.01));
    }

    @Test
    void ranksAreThoseOfPratt() {
        assertThat(CrossCheck.of(TIED).rankP()).isEqualTo(0.03125);
        assertThat(CrossCheck.of(UNTIED).rankP()).isCloseTo(0.048828125, within(1e-12));
    }

    @Test
    void roundingErrorMakesNoRanksOfTies() {
        double[] noisy =
                Arrays.stream(TIED).map(d -> d == 0.25 ? 0.1 + 0.2 - 0.05 : d).toArray();

        assertThat(CrossCheck.of(noisy).rankP()).isEqualTo(0.03125);
    }

    @Test
    void ranksAgreeWhereBothFindTheSame() {
        assertThat(CrossCheck.of(TIED).agrees()).isTrue();
        assertThat(CrossCheck.of(Arrays.stream(TIED).map(d -> -d).toArray()).agrees())
                .isTrue();
        assertThat(CrossCheck.of(new double[] {.1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1})
                        .agrees())
                .isTrue();
    }

    @Test
    void oneLargeCaseAgainstManySmallOnesIsADisagreement() {
        double[] differences =
                IntStream.range(0, 12).mapToDouble(i -> 0.02 + i * 0.001).toArray();
        differences[0] = -0.9;

        assertThat(CrossCheck.of(differences).agrees()).isFalse();
    }

    @Test
    void withoutDifferencesThereAreNoRanks() {
        assertThat(CrossCheck.of(new double[12])).isEqualTo(new CrossCheck(null, 1, true));
        assertThat(CrossCheck.of(new double[0]).rankP()).isNull();
    }

    @Test
    void equalVariantsAreSeldomCalledDifferentByFlips() {
        var random = new SplittableRandom(20261126);
        int draws = 1000;
        long called = IntStream.range(0, draws)
                .mapToObj(draw -> random.doubles(14, -1, 1).toArray())
                .filter(differences -> SignFlipTest.pValue(differences) < 0.05)
                .count();

        assertThat(called / (double) draws).isBetween(0.03, 0.065);
    }
}
