package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.experiment.Verdict.Kind;
import dev.assay.experiment.stats.PairedTest;
import dev.assay.experiment.stats.SampleSize;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected figures are those of scipy's ttest_1samp. */
class PairedTestTest {
    @Test
    void intervalAndPValueAreThoseOfThePairedTTest() {
        PairedTest test = PairedTest.of(new double[] {.25, 0, .25, .5, -.25, .25, 0, .25, .25, .5, 0, .25});

        assertThat(test.mean()).isEqualTo(0.1875);
        assertThat(test.deviation()).isCloseTo(0.21650635094610965, within(1e-15));
        assertThat(test.pValue()).isCloseTo(0.01207983947192137, within(1e-14));
        assertThat(test.interval().low()).isCloseTo(0.049938427494272575, within(1e-14));
        assertThat(test.interval().high()).isCloseTo(0.3250615725057274, within(1e-14));
        assertThat(new int[] {test.wins(), test.ties(), test.losses()}).containsExactly(8, 3, 1);
    }

    @Test
    void differencesThatDoNotVaryGetTheExactSignFlipTest() {
        double[] constant = IntStream.range(0, 10).mapToDouble(i -> -0.25).toArray();

        PairedTest test = PairedTest.of(constant);

        assertThat(test.interval()).isNull();
        assertThat(test.pValue()).isEqualTo(1.0 / 512);
        assertThat(test.losses()).isEqualTo(10);
    }

    @Test
    void noDifferenceAtAllIsNoEvidence() {
        PairedTest test = PairedTest.of(new double[12]);

        assertThat(test.interval()).isNull();
        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.ties()).isEqualTo(12);
    }

    @Test
    void roundingErrorOfAveragesIsATie() {
        PairedTest test = PairedTest.of(new double[] {(0.1 + 0.2) - 0.3, 0.25});

        assertThat(test.ties()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0.28, 0.05, 247", "0.28, 0.10, 62", "0.15, 0.05, 71"})
    void casesNeededFollowTheDifferenceThatMatters(double deviation, double delta, int expected) {
        assertThat(SampleSize.of(deviation, delta)).isEqualTo(expected);
    }

    @Test
    void twoEqualVariantsAreSeldomCalledDifferent() {
        var random = new Random(20261123);
        int draws = 2000;
        long called = IntStream.range(0, draws)
                .mapToObj(draw -> PairedTest.of(random.ints(30, 0, 2)
                        .mapToDouble(level -> level * (random.nextBoolean() ? 0.25 : -0.25))
                        .toArray()))
                .map(Verdicts::kind)
                .filter(kind -> kind != Kind.TOO_CLOSE_TO_CALL
                        && kind != Kind.NO_PRACTICAL_DIFFERENCE
                        && kind != Kind.TOO_FEW_CASES)
                .count();

        assertThat(called / (double) draws).isBetween(0.02, 0.06);
    }

    @Test
    void aRealDifferenceIsFound() {
        var random = new Random(20261123);
        int draws = 500;
        long better = IntStream.range(0, draws)
                .mapToObj(draw -> PairedTest.of(random.doubles(60)
                        .map(u -> u < 0.6 ? 0.25 : u < 0.8 ? 0 : -0.25)
                        .toArray()))
                .map(Verdicts::kind)
                .filter(kind -> kind == Kind.BETTER)
                .count();

        assertThat(better / (double) draws).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 120})
    void intervalsCoverTheTruthAsOftenAsTheyPromise(int cases) {
        var random = new Random(20261126);
        int draws = 2000;
        long covered = IntStream.range(0, draws)
                .mapToObj(draw -> PairedTest.of(random.doubles(cases)
                        .map(u -> u < 0.5 ? 0 : u < 0.8 ? 0.25 : u < 0.9 ? -0.25 : -0.5)
                        .toArray()))
                .map(PairedTest::interval)
                .filter(interval -> interval != null && interval.low() <= 0 && interval.high() >= 0)
                .count();

        assertThat(covered / (double) draws).isBetween(0.92, 0.97);
    }

    @Test
    void casesOfOneSourceDoNotMakeAWinnerOfChance() {
        var random = new Random(20261126);
        List<String> sources =
                IntStream.range(0, 100).mapToObj(i -> "document " + i / 5).toList();
        long[] called = new long[2];
        int draws = 1000;
        for (int draw = 0; draw < draws; draw++) {
            double[] bySource = random.doubles(20, -0.5, 0.5).toArray();
            double[] differences = IntStream.range(0, 100)
                    .mapToDouble(i -> bySource[i / 5] + random.nextDouble(-0.2, 0.2))
                    .toArray();
            called[0] += PairedTest.of(differences, sources).interval().excludesZero() ? 1 : 0;
            called[1] += PairedTest.of(differences).interval().excludesZero() ? 1 : 0;
        }

        assertThat(called[0] / (double) draws).isLessThan(0.07);
        assertThat(called[1] / (double) draws).isGreaterThan(0.25);
    }
}
