package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.experiment.Verdict.Kind;
import dev.assay.experiment.stats.PairedTest;
import dev.assay.experiment.stats.PassFailTest;
import dev.assay.history.RunStatus;
import dev.assay.llm.Usage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {
    private static final String JUDGED = " Judged by offline/thorough on these cases.";

    @Test
    void fiveDifferingCasesAreTooFewAndSixAreNot() {
        double[] five = {1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0};
        double[] six = {1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0};
        assertThat(Verdicts.kind(PairedTest.of(five))).isEqualTo(Kind.TOO_FEW_CASES);
        assertThat(Verdicts.kind(PairedTest.of(six))).isEqualTo(Kind.BETTER);
    }

    @Test
    void better() {
        Verdict verdict = differing(.25, 0, .25, .5, -.25, .25, 0, .25, .25, .5, 0, .25);

        assertThat(verdict.kind()).isEqualTo(Kind.BETTER);
        assertThat(verdict.sentence())
                .isEqualTo("B is better than A on relevance by 0.188 (95% CI 0.05 to 0.325, p = 0.012, n = 12 cases). "
                        + "B scored higher on 8, lower on 1, same on 3." + JUDGED);
        assertThat(verdict.pairs()).isEqualTo(12);
        assertThat(verdict.challengerWins()).isEqualTo(8);
        assertThat(verdict.ties()).isEqualTo(3);
        assertThat(verdict.baselineWins()).isEqualTo(1);
    }

    @Test
    void worseIsSaidWithPositiveFigures() {
        Verdict verdict = differing(-.25, 0, -.25, -.5, .25, -.25, 0, -.25, -.25, -.5, 0, -.25);

        assertThat(verdict.kind()).isEqualTo(Kind.WORSE);
        assertThat(verdict.meanDifference()).isEqualTo(-0.1875);
        assertThat(verdict.ciHigh()).isNegative();
        assertThat(verdict.sentence())
                .startsWith("B is worse than A on relevance by 0.188 (95% CI 0.05 to 0.325, p = 0.012, n = 12 cases). "
                        + "B scored higher on 1, lower on 8, same on 3.");
    }

    @Test
    void betterButLessThanMatters() {
        double[] differences = new double[100];
        Arrays.fill(differences, 0, 6, .25);

        Verdict verdict = differing(differences);

        assertThat(verdict.kind()).isEqualTo(Kind.BETTER_BUT_SMALL);
        assertThat(verdict.sentence())
                .startsWith("B is better than A on relevance by 0.015 (95% CI 0.003 to 0.027, p = 0.014, n = 100 cases)"
                        + ", which is less than the 0.05 that matters.");
    }

    @Test
    void worseButLessThanMatters() {
        double[] differences = new double[100];
        Arrays.fill(differences, 0, 6, -.25);

        assertThat(differing(differences).kind()).isEqualTo(Kind.WORSE_BUT_SMALL);
    }

    @Test
    void noPracticalDifference() {
        double[] differences = new double[100];
        Arrays.fill(differences, 0, 4, .25);
        Arrays.fill(differences, 4, 8, -.25);

        Verdict verdict = differing(differences);

        assertThat(verdict.kind()).isEqualTo(Kind.NO_PRACTICAL_DIFFERENCE);
        assertThat(verdict.sentence())
                .startsWith("No practical difference on relevance: B - A is between -0.014 and 0.014, inside the 0.05 "
                        + "that matters (95% CI, p = 1.000, n = 100 cases).");
    }

    @Test
    void tooCloseToCallSaysHowManyCasesWouldHelp() {
        Verdict verdict = differing(.5, -.5, .5, -.5, .5, -.5, .5, -.5, .5, -.5, .25, .25);

        assertThat(verdict.kind()).isEqualTo(Kind.TOO_CLOSE_TO_CALL);
        assertThat(verdict.sentence())
                .startsWith("Too close to call on relevance: B - A = 0.042 (95% CI -0.267 to 0.351, p = 0.772, "
                        + "n = 12 cases). B scored higher on 7, lower on 5, same on 0. "
                        + "About 732 more cases would show a difference of 0.05 four times in five.");
    }

    @Test
    void fewCasesAreNotCalled() {
        Verdict verdict = differing(.25, .5, .25, .5, .25, .5, .25, .5, .25);

        assertThat(verdict.kind()).isEqualTo(Kind.TOO_FEW_CASES);
        assertThat(verdict.pValue()).isNull();
        assertThat(verdict.sentence())
                .isEqualTo("Too few cases to call on relevance: 9 cases scored for both (at least 10 needed). "
                        + "B scored higher on 9, lower on 0, same on 0." + JUDGED);
    }

    @Test
    void fewDifferingCasesAreNotCalled() {
        double[] differences = new double[40];
        Arrays.fill(differences, 0, 4, .5);

        assertThat(differing(differences).sentence())
                .startsWith("Too few cases to call on relevance: 4 of 40 cases differ (at least 6 needed).");
    }

    @Test
    void identicalSaysWhatThatIsWorth() {
        Verdict verdict = differing(new double[20]);

        assertThat(verdict.kind()).isEqualTo(Kind.IDENTICAL);
        assertThat(verdict.sentence())
                .startsWith(
                        "B and A are identical on relevance on all 20 cases. At most 14% of cases like these would differ");
    }

    @Test
    void aConstantDifferenceIsCalledByTheExactTest() {
        double[] differences = new double[12];
        Arrays.fill(differences, .25);

        Verdict verdict = differing(differences);

        assertThat(verdict.kind()).isEqualTo(Kind.BETTER);
        assertThat(verdict.ciLow()).isNull();
        assertThat(verdict.sentence())
                .startsWith("B is better than A on relevance by 0.25 on every case "
                        + "(exact sign-flip p < 0.001, n = 12 cases).");
    }

    @Test
    void withoutScoresThereIsNothingToCompare() {
        double[] none = new double[5];
        Arrays.fill(none, Double.NaN);

        Verdict verdict = ScoredRun.of(none, none).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.UNSCORED);
        assertThat(verdict.meanDifference()).isNull();
        assertThat(verdict.sentence())
                .startsWith("Nothing to compare on relevance: no case was scored for both A and B. "
                        + "Caution: 5 of 5 cases left out (A: 5 unscored; B: 5 unscored).");
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void casesThatOnlyOneSideLacksCallForCaution(int lacking, boolean cautious) {
        var run = new ScoredRun(2, 100, 1);
        for (int i = 0; i < 100; i++) {
            run.scored(0, i, 0, 0.5).scored(1, i, 0, i < lacking ? Double.NaN : 0.75 + 0.25 * (i % 2));
        }

        assertThat(run.verdict().sentence())
                .contains(lacking + " of 100 cases left out")
                .matches(sentence -> sentence.contains("Caution") == cautious);
    }

    @Test
    void failedAndUnscoredCasesAreLeftOutOnBothSidesAndCounted() {
        var run = new ScoredRun(2, 40, 1);
        for (int i = 0; i < 38; i++) {
            run.scored(0, i, 0, i == 5 ? Double.NaN : 0.5);
            if (i == 6) {
                run.failed(1, i, 0);
            } else {
                run.scored(1, i, 0, 0.75 + 0.25 * (i % 2));
            }
        }

        Verdict verdict = run.verdict();

        assertThat(verdict.pairs()).isEqualTo(36);
        assertThat(verdict.sentence())
                .contains("Caution: 4 of 40 cases left out (A: 1 unscored, 2 not run; B: 1 failed, 2 not run).");
    }

    @Test
    void repeatsAreAveragedWithinTheirCase() {
        var run = new ScoredRun(2, 2, 2);
        for (int repeat = 0; repeat < 2; repeat++) {
            run.scored(0, 0, repeat, 0.5).scored(1, 0, repeat, repeat);
            run.scored(0, 1, repeat, 0.25).scored(1, 1, repeat, 0.75);
        }

        Verdict verdict = run.verdict();

        assertThat(verdict.pairs()).isEqualTo(2);
        assertThat(verdict.ties()).isEqualTo(1);
        assertThat(verdict.meanDifference()).isEqualTo(0.25);
        assertThat(verdict.sentence()).endsWith("on these cases, 2 repeats a case.");
    }

    @Test
    void theHeadlineSaysWhoWinsAndAtWhatPrice() {
        var run = new ScoredRun(2, 12, 1);
        for (int i = 0; i < 12; i++) {
            run.scored(0, i, 0, 0.5);
            run.answered(1, i, 0, i % 4 == 0 ? 0.5 : 0.75, Usage.of(1, 1), new BigDecimal("0.0023"), 140);
        }

        assertThat(run.compare().headline())
                .isEqualTo("B beats A on relevance by 0.188 (95% CI 0.116 to 0.259). "
                        + "B costs 2.3x as much and takes 1.4x as long (median).");
    }

    @Test
    void theHeadlineOfAStoppedRunSaysSo() {
        var run = new ScoredRun(2, 12, 1).scored(0, 0, 0, 0.5).scored(1, 0, 0, 0.5);

        assertThat(run.compare(RunStatus.STOPPED).headline())
                .isEqualTo("Stopped after 2 of 24 cells. B against A: too few differing cases to call on relevance. "
                        + "B costs 1.0x as much and takes 1.0x as long (median).");
    }

    @Test
    void theHeadlineDoesNotCompareLatenciesThatAreBelowTheClocksGrain() {
        var run = new ScoredRun(2, 1, 1)
                .answered(0, 0, 0, 0.5, Usage.UNKNOWN, null, 1)
                .answered(1, 0, 0, 0.5, Usage.UNKNOWN, null, 40);

        assertThat(run.compare().headline()).isEqualTo("B against A: too few differing cases to call on relevance.");
    }

    @Test
    void theHeadlineSaysTheSameOfSeveralMetricsOnce() {
        Comparison one =
                ScoredRun.of(new double[] {0.5, 0.5}, new double[] {0.5, 0.5}).compare();
        Verdict verdict = one.verdicts().getFirst();
        Verdict other = new Verdict(
                verdict.kind(), "coherence", "A", "B", 2, 0, 2, 0, 0.0, null, null, null, null, verdict.sentence());
        var both = new Comparison(one.run(), one.variants(), List.of(verdict, other), one.cells(), Clusters.NONE);

        assertThat(both.headline()).startsWith("B against A: identical on relevance and coherence. B costs");
    }

    @Test
    void amongSeveralComparisonsAWinnerMustBeOneAfterTheCorrection() {
        double[] differences = {.25, 0, .25, .5, -.25, .25, -.25, .25, .25, .5, 0, .25};
        var run = new ScoredRun(3, differences.length, 1);
        for (int i = 0; i < differences.length; i++) {
            run.scored(0, i, 0, .5)
                    .scored(1, i, 0, .5 + differences[i])
                    .scored(2, i, 0, .5 + (i % 2 == 0 ? .25 : -.25));
        }

        Verdict alone = differing(differences);
        Verdict among = run.verdict();

        assertThat(alone.kind()).isEqualTo(Kind.BETTER);
        assertThat(alone.adjustedP()).isEqualTo(alone.pValue());
        assertThat(among.kind()).isEqualTo(Kind.TOO_CLOSE_TO_CALL);
        assertThat(among.pValue()).isEqualTo(alone.pValue());
        assertThat(among.adjustedP()).isEqualTo(2 * among.pValue());
        assertThat(among.sentence()).contains("p = 0.039, p = 0.078 among 2 comparisons");
    }

    @Test
    void passesAndFailuresAreCalledByTheirTest() {
        assertThat(Verdicts.kind(new PassFailTest(60, 14, 3, 20))).isEqualTo(Kind.BETTER);
        assertThat(Verdicts.kind(new PassFailTest(60, 3, 14, 20))).isEqualTo(Kind.WORSE);
        assertThat(Verdicts.kind(new PassFailTest(60, 5, 4, 20))).isEqualTo(Kind.TOO_CLOSE_TO_CALL);
        assertThat(Verdicts.kind(new PassFailTest(900, 5, 4, 300))).isEqualTo(Kind.NO_PRACTICAL_DIFFERENCE);
        assertThat(Verdicts.kind(new PassFailTest(60, 3, 2, 20))).isEqualTo(Kind.TOO_FEW_CASES);
        assertThat(Verdicts.kind(new PassFailTest(60, 0, 0, 20))).isEqualTo(Kind.IDENTICAL);
        assertThat(Verdicts.kind(new PassFailTest(0, 0, 0, 0))).isEqualTo(Kind.UNSCORED);
    }

    @Test
    void passesAndFailuresAreComparedByThoseThatOneVariantFixesAndBreaks() {
        Verdict verdict = passing(12, 14, 6, 9).measuredBy("contains").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.TOO_CLOSE_TO_CALL);
        assertThat(verdict.pValue()).isCloseTo(0.07835388183593747, within(1e-12));
    }

    @Test
    void aVariantThatFixesMoreThanItBreaksIsBetterByARuleAndNoJudgeIsNamed() {
        Verdict verdict = passing(12, 15, 2, 11).measuredBy("contains").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BETTER);
        assertThat(verdict.sentence())
                .startsWith("B is better than A on relevance by 0.325 (95% CI ")
                .endsWith("n = 40 cases). B passes 27, A passes 14: B fixes 15 and breaks 2."
                        + " Measured by a rule on these cases.");
    }

    @Test
    void meansOfPassesAndFailuresOverRepeatsAreComparedAsScores() {
        ScoredRun run = new ScoredRun(2, 12, 2);
        for (int i = 0; i < 12; i++) {
            run.scored(0, i, 0, 0).scored(0, i, 1, 0).scored(1, i, 0, 1).scored(1, i, 1, i % 2);
        }

        assertThat(run.measuredBy("contains").verdict().sentence()).contains("B scored higher on 12");
    }

    @Test
    void aRunWhoseKindOfMetricIsNotKnownHereIsComparedByItsScores() {
        assertThat(passing(12, 15, 2, 11)
                        .measuredBy("of-another-assay")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.BETTER);
    }

    /** Cases that both pass, that only B passes, that only A passes, that both fail. */
    private static ScoredRun passing(int both, int fixed, int broken, int neither) {
        double[] a = new double[both + fixed + broken + neither];
        double[] b = a.clone();
        Arrays.fill(a, 0, both, 1);
        Arrays.fill(a, both + fixed, both + fixed + broken, 1);
        Arrays.fill(b, 0, both + fixed, 1);
        return ScoredRun.of(a, b);
    }

    private static Verdict differing(double... differences) {
        double[] a = new double[differences.length];
        double[] b = new double[differences.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = 0.5;
            b[i] = 0.5 + differences[i];
        }
        return ScoredRun.of(a, b).verdict();
    }
}
