package dev.assay.experiment.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.ScoredRun;
import dev.assay.experiment.Verdict;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NonInferiorityTest {

    private static Verdict verdict(int cases, IntToDoubleFunction difference) {
        double[] a = new double[cases];
        Arrays.fill(a, 0.5);
        double[] b = IntStream.range(0, cases)
                .mapToDouble(i -> 0.5 + difference.applyAsDouble(i))
                .toArray();
        return ScoredRun.of(a, b).verdict();
    }

    @Test
    void itIsShownWhereTheIntervalEndsAboveTheMargin() {
        Verdict verdict = verdict(40, i -> -0.02 + 0.01 * (i % 3));

        assertThat(verdict.ciLow()).isLessThan(0).isGreaterThan(-0.02);
        assertThat(NonInferiority.of(verdict, 0.02)).isEqualTo(NonInferiority.SHOWN);
        assertThat(NonInferiority.of(verdict, 0.001)).isEqualTo(NonInferiority.NOT_SHOWN);
    }

    @Test
    void aWideIntervalShowsNothingThoughTheMeanIsBetter() {
        Verdict verdict = verdict(20, i -> i % 2 == 0 ? 0.4 : -0.3);

        assertThat(verdict.meanDifference()).isPositive();
        assertThat(NonInferiority.of(verdict, 0.05)).isEqualTo(NonInferiority.NOT_SHOWN);
    }

    @Test
    void differencesThatAreAllTheSameAreTheirOwnInterval() {
        assertThat(NonInferiority.of(verdict(12, i -> -0.04), 0.05)).isEqualTo(NonInferiority.SHOWN);
        assertThat(NonInferiority.of(verdict(12, i -> -0.06), 0.05)).isEqualTo(NonInferiority.NOT_SHOWN);
    }

    @Test
    void tooFewCasesDecideNothing() {
        assertThat(NonInferiority.of(verdict(5, i -> -0.4), 0.05)).isEqualTo(NonInferiority.UNDECIDED);
        assertThat(NonInferiority.of(verdict(5, i -> 0), 0.05)).isEqualTo(NonInferiority.UNDECIDED);
        assertThat(NonInferiority.of(verdict(12, i -> 0), 0.05)).isEqualTo(NonInferiority.SHOWN);
    }
}
