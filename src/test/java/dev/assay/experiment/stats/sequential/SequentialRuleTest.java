package dev.assay.experiment.stats.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.experiment.stats.PairedTest;
import dev.assay.experiment.stats.sequential.SequentialDecision.Finding;
import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Expected figures are the published formula worked out in Python. */
class SequentialRuleTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final double DELTA = 0.05;

    /** Differences of two variants that are the same one, by how judges score. */
    enum Same {
        FEW_TIES(u -> u < 0.4 ? 0 : u < 0.6 ? 0.25 : u < 0.8 ? -0.25 : u < 0.9 ? 0.5 : -0.5),
        MANY_TIES(u -> u < 0.8 ? 0 : u < 0.9 ? 0.25 : -0.25),
        NO_TIES(u -> u < 0.5 ? 0.25 : -0.25),
        PASS_OR_FAIL(u -> u < 0.5 ? 0 : u < 0.75 ? 1 : -1);

        private final DoubleUnaryOperator difference;

        Same(DoubleUnaryOperator difference) {
            this.difference = difference;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 100, 10, 0.1, 0.3, -0.2657225943902449, 0.465722594390245",
        "0.05, 100, 100, 0.02, 0.25, -0.05588022475940632, 0.09588022475940633",
        "0.01, 200, 57, -0.05, 0.4, -0.24760481758879194, 0.1476048175887919"
    })
    void theSequenceFollowsItsFormula(
            double alpha, int narrowestAt, int n, double mean, double deviation, double low, double high) {
        var interval = new ConfidenceSequence(alpha, narrowestAt).after(n, mean, deviation);

        assertThat(interval.low()).isCloseTo(low, CLOSE);
        assertThat(interval.high()).isCloseTo(high, CLOSE);
    }

    @Test
    void theSpreadCountsOneCaseThatIsNotSeenYet() {
        double[] differences = {.25, 0, .25, .5, -.25, .25, 0, .25, .25, .5, 0, .25};

        SequentialDecision decision = SequentialRule.planned(40, DELTA, 1).decide(differences);

        assertThat(decision.mean()).isCloseTo(0.1875, CLOSE);
        assertThat(decision.interval().low()).isCloseTo(-0.15535560139634041, CLOSE);
        assertThat(decision.interval().high()).isCloseTo(0.5303556013963404, CLOSE);
        assertThat(decision.differing()).isEqualTo(9);
        assertThat(decision.finding()).isEqualTo(Finding.GO_ON);
    }

    @ParameterizedTest
    @EnumSource(Same.class)
    void equalVariantsAreSeldomCalledDifferentHoweverOftenOneLooks(Same same) {
        SequentialRule rule = SequentialRule.planned(200, DELTA, 1);

        assertThat(shareOf(rule, 2000, 200, same.difference, Finding.SETTLED_FOR_CHALLENGER)
                        + shareOf(rule, 2000, 200, same.difference, Finding.SETTLED_FOR_BASELINE))
                .isLessThanOrEqualTo(0.06);
    }

    /** What the rule is for: with the test of a fixed number of cases a look after each makes winners of chance. */
    @Test
    void theFixedTestWouldCallThemDifferentUnderTheSameLooks() {
        var random = new SplittableRandom(20261126);
        int draws = 50;
        long called = IntStream.range(0, draws)
                .mapToObj(
                        draw -> random.doubles(200).map(Same.NO_TIES.difference).toArray())
                .filter(differences -> IntStream.iterate(10, n -> n <= 200, n -> n + 5)
                        .mapToObj(n -> PairedTest.of(Arrays.copyOf(differences, n)))
                        .anyMatch(test -> test.pValue() < 0.05))
                .count();

        assertThat(called / (double) draws).isGreaterThan(0.2);
    }

    @Test
    void aBreakThatIsRareIsNotOverlooked() {
        DoubleUnaryOperator skewed = u -> u < 0.6 ? 0 : u < 0.9 ? 0.25 : -0.75;

        assertThat(shareOf(SequentialRule.planned(200, DELTA, 1), 2000, 200, skewed, Finding.SETTLED_FOR_CHALLENGER))
                .isLessThanOrEqualTo(0.06);
    }

    @Test
    void aTrueDifferenceIsFoundBeforeTheCasesEnd() {
        SequentialRule rule = SequentialRule.planned(200, DELTA, 1);
        DoubleUnaryOperator better = u -> u < 0.45 ? 0.25 : u < 0.55 ? 0.5 : u < 0.8 ? 0 : -0.25;
        DoubleUnaryOperator worse = u -> -better.applyAsDouble(u);

        assertThat(shareOf(rule, 500, 120, better, Finding.SETTLED_FOR_CHALLENGER))
                .isGreaterThan(0.95);
        assertThat(shareOf(rule, 500, 120, worse, Finding.SETTLED_FOR_BASELINE)).isGreaterThan(0.95);
    }

    @Test
    void variantsThatHardlyDifferAreSettledAsSuch() {
        SequentialRule rule = SequentialRule.planned(200, DELTA, 1);
        DoubleUnaryOperator hardly = u -> u < 0.96 ? 0 : u < 0.98 ? 0.25 : -0.25;

        assertThat(shareOf(rule, 500, 200, hardly, Finding.NO_PRACTICAL_DIFFERENCE))
                .isGreaterThan(0.95);
        assertThat(rule.settledAfter(new double[200]).orElse(0)).isBetween(60, 120);
    }

    @Test
    void nothingIsSettledByTooFewCases() {
        double[] nine = IntStream.range(0, 9).mapToDouble(i -> 1).toArray();
        SequentialRule rule = SequentialRule.planned(100, DELTA, 1);

        assertThat(rule.decide(nine).finding()).isEqualTo(Finding.TOO_FEW_CASES);
        assertThat(rule.decide(new double[0]).interval()).isNull();
        assertThat(Finding.TOO_FEW_CASES.isSettled()).isFalse();
    }

    @Test
    void severalComparisonsShareTheLevel() {
        assertThat(SequentialRule.planned(100, DELTA, 5).sequence().alpha()).isCloseTo(0.01, CLOSE);
    }

    @Test
    void aPlanThatCannotBeIsRefused() {
        assertThatThrownBy(() -> SequentialRule.planned(0, DELTA, 1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> SequentialRule.planned(10, 0, 1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> SequentialRule.planned(10, DELTA, 0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new ConfidenceSequence(1, 10)).isInstanceOf(InputException.class);
    }

    /** How many of the runs stop with a finding, when one looks after each case. */
    private static double shareOf(
            SequentialRule rule, int draws, int cases, DoubleUnaryOperator difference, Finding finding) {
        var random = new SplittableRandom(20261126);
        long found = IntStream.range(0, draws)
                .mapToObj(draw -> random.doubles(cases).map(difference).toArray())
                .filter(differences -> rule.settledAfter(differences).stream()
                        .mapToObj(
                                n -> rule.decide(Arrays.copyOf(differences, n)).finding())
                        .anyMatch(finding::equals))
                .count();
        return found / (double) draws;
    }
}
