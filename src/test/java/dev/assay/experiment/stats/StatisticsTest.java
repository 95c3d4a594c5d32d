package dev.assay.experiment.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.llm.InputException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected figures come from scipy, or from the published formula worked out with it. */
class StatisticsTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void casesOfOneSourceCountAsOne() {
        double[] differences = {.25, 0, .25, .5, -.25, .25, 0, .25, .25, .5, 0, .25};

        PairedTest test =
                PairedTest.of(differences, List.of("a", "a", "b", "b", "c", "c", "d", "d", "e", "e", "f", "f"));

        assertThat(test.units()).isEqualTo(6);
        assertThat(test.mean()).isEqualTo(0.1875);
        assertThat(test.pValue()).isCloseTo(0.030099247897462586, CLOSE);
        assertThat(test.interval().low()).isCloseTo(0.026838635272730338, CLOSE);
        assertThat(test.interval().high()).isCloseTo(0.34816136472726966, CLOSE);
    }

    @Test
    void severalComparisonsWidenTheInterval() {
        PairedTest test = PairedTest.of(new double[] {.25, 0, .25, .5, -.25, .25, 0, .25, .25, .5, 0, .25});

        assertThat(test.interval(5).low()).isCloseTo(-0.006612907221205028, CLOSE);
        assertThat(test.interval(5).high()).isCloseTo(0.381612907221205, CLOSE);
        assertThat(test.interval(1).low()).isCloseTo(test.interval().low(), CLOSE);
        assertThat(PairedTest.of(new double[12]).interval(5)).isNull();
    }

    @Test
    void clustersOfOneCaseChangeNothing() {
        double[] differences = {.25, 0, .25, .5, -.25, .25};

        PairedTest alone = PairedTest.of(differences);
        PairedTest clustered = PairedTest.of(differences, List.of("a", "b", "c", "d", "e", "f"));

        assertThat(clustered.pValue()).isCloseTo(alone.pValue(), CLOSE);
        assertThat(clustered.interval().low()).isCloseTo(alone.interval().low(), CLOSE);
    }

    @Test
    void oneClusterIsNoEvidence() {
        PairedTest test = PairedTest.of(new double[] {.5, .25, .5}, List.of("a", "a", "a"));

        assertThat(test.interval()).isNull();
        assertThat(test.pValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 10, 0.4901624715366418, 0.9433178485456248",
        "0, 12, 0, 0.24249400665524085",
        "12, 12, 0.7575059933447592, 1",
        "37, 120, 0.23272736988916295, 0.3958299772380067"
    })
    void aRateHasTheIntervalOfWilson(int passed, int n, double low, double high) {
        Interval interval = new Proportion(passed, n).interval();

        assertThat(interval.low()).isCloseTo(low, CLOSE);
        assertThat(interval.high()).isCloseTo(high, CLOSE);
        assertThat(interval.low()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"14, 5, 0.04138946533203125", "5, 14, 0.04138946533203125", "4, 4, 1", "6, 0, 0.015625", "0, 0, 1"})
    void theSignTestHalvesTheWeightOfWhatWasSeen(int wins, int losses, double p) {
        assertThat(SignTest.midP(wins, losses)).isCloseTo(p, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        "36, 12, 2, 0, 0.2, 0.05692958400323875, 0.3404276029749408",
        "53, 16, 8, 9, 0.09302325581395343, -0.020104076887636144, 0.2039158352504531",
        "20, 0, 6, 4, -0.2, -0.3596704215826171, -0.03927379443508211"
    })
    void passesAndFailuresHaveTheIntervalOfNewcombe(
            int bothPass, int fixed, int broken, int bothFail, double difference, double low, double high) {
        var test = new PassFailTest(bothPass, fixed, broken, bothFail);

        assertThat(test.difference()).isCloseTo(difference, CLOSE);
        assertThat(test.interval().low()).isCloseTo(low, CLOSE);
        assertThat(test.interval().high()).isCloseTo(high, CLOSE);
        assertThat(test.pValue()).isEqualTo(SignTest.midP(fixed, broken));
    }

    @Test
    void sidesMayBeSwapped() {
        var test = new PassFailTest(53, 16, 8, 9);
        var swapped = new PassFailTest(53, 8, 16, 9);

        assertThat(swapped.difference()).isEqualTo(-test.difference());
        assertThat(swapped.interval().low()).isCloseTo(-test.interval().high(), CLOSE);
    }

    @Test
    void holmStepsDownAndNeverReorders() {
        assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, CLOSE);
        assertThat(Holm.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
        assertThat(Holm.adjust(new double[0])).isEmpty();
        assertThatThrownBy(() -> Holm.adjust(new double[] {1.2})).isInstanceOf(InputException.class);
    }

    @Test
    void agreementTellsKappaRanksAndBias() {
        Agreement found =
                Agreement.of(new double[] {1, 2, 3, 4, 5, 5, 4, 2, 3, 1}, new double[] {1, 3, 3, 4, 4, 5, 5, 2, 2, 2});

        assertThat(found.rawAgreement()).isEqualTo(0.5);
        assertThat(found.kappaQuadratic()).isCloseTo(0.8648648648648649, CLOSE);
        assertThat(found.spearman()).isCloseTo(0.8679416943609326, CLOSE);
        assertThat(found.bias()).isCloseTo(0.1, CLOSE);
    }

    @Test
    void scoresThatDoNotVarySayNothingOfAgreement() {
        Agreement found = Agreement.of(new double[] {5, 5, 5}, new double[] {5, 5, 5});

        assertThat(found.rawAgreement()).isEqualTo(1);
        assertThat(found.kappaQuadratic()).isNull();
        assertThat(found.spearman()).isNull();
    }

    @Test
    void aPlanThatCannotBeIsRefused() {
        assertThatThrownBy(() -> SampleSize.of(0.3, 0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> SampleSize.of(Double.NaN, 0.1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> SampleSize.of(1, 1e-9)).isInstanceOf(InputException.class);
    }
}
