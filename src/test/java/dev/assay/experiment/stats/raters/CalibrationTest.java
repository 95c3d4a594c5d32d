package dev.assay.experiment.stats.raters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.experiment.stats.Agreement;
import dev.assay.experiment.stats.Interval;
import dev.assay.llm.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected figures come from scipy and numpy; those of intervals from 200,000 resamples. */
class CalibrationTest {
    private static final double[] HUMAN = scores("123455423133445221543425134523");
    private static final double[] JUDGE = scores("133445522234435211542435235524");

    @Test
    void scoresAreComparedWithIntervals() {
        ScoreCalibration found = ScoreCalibration.of(HUMAN, JUDGE);

        assertThat(found.agreement().kappaQuadratic()).isCloseTo(0.8753993610223643, within(1e-12));
        assertThat(found.agreement().spearman()).isCloseTo(0.8825528526511754, within(1e-12));
        assertThat(found.same().passed()).isEqualTo(17);
        assertThat(found.baseRate().passed()).isEqualTo(7);
        assertClose(found.kappaInterval(), 0.78408129, 0.93019197);
        assertClose(found.spearmanInterval(), 0.78673006, 0.93754398);
        assertThat(found.reading()).isEqualTo(Reading.GOOD);
    }

    @Test
    void thePersonWhoseScoresDoNotVaryCannotTell() {
        double[] always = new double[30];
        Arrays.fill(always, 5);

        assertThat(ScoreCalibration.of(always, always).reading()).isEqualTo(Reading.CANNOT_TELL);
        assertThat(ScoreCalibration.of(always, JUDGE).reading()).isEqualTo(Reading.CANNOT_TELL);
        assertThat(ScoreCalibration.of(HUMAN, always).reading()).isEqualTo(Reading.POOR);
        assertThat(ScoreCalibration.of(always, always).kappaInterval()).isNull();
    }

    @Test
    void kappaIntervalsCoverTheTruth() {
        var random = new SplittableRandom(20261126);
        double[] all = random.doubles(200_000).map(u -> 1 + Math.floor(u * 5)).toArray();
        double truth = Agreement.quadraticKappa(all, noisy(all, random));
        int draws = 30;
        long covered = IntStream.range(0, draws)
                .mapToObj(draw -> random.ints(40, 1, 6).asDoubleStream().toArray())
                .map(human -> {
                    double[] judge = noisy(human, random);
                    return Bootstrap.interval(
                            human.length,
                            drawn -> Agreement.quadraticKappa(
                                    Bootstrap.pick(human, drawn), Bootstrap.pick(judge, drawn)));
                })
                .filter(interval -> interval.low() <= truth && truth <= interval.high())
                .count();

        assertThat(covered / (double) draws).isBetween(0.8, 1.0);
    }

    @Test
    void labelsTellFalsePassesFromFalseFails() {
        var found = new LabelCalibration(24, 1, 2, 3);

        assertThat(found.agreement().passed()).isEqualTo(27);
        assertThat(found.baseRate().passed()).isEqualTo(26);
        assertThat(found.kappa()).isCloseTo(0.6086956521739131, within(1e-12));
        assertThat(found.falsePassRate().rate()).isEqualTo(0.25);
        assertThat(found.falseFailRate().rate()).isCloseTo(2 / 26.0, within(1e-12));
        assertThat(found.reading()).isEqualTo(Reading.GOOD);
    }

    @Test
    void labelsAreCountedBySide() {
        var found = LabelCalibration.of(
                new boolean[] {true, true, true, false, false, true},
                new boolean[] {true, false, false, true, false, true});

        assertThat(found).isEqualTo(new LabelCalibration(2, 1, 2, 1));
        assertThatThrownBy(() -> LabelCalibration.of(new boolean[1], new boolean[2]))
                .isInstanceOf(InputException.class);
    }

    @Test
    void labelsOfOneKindCannotTell() {
        assertThat(new LabelCalibration(30, 0, 0, 0).reading()).isEqualTo(Reading.CANNOT_TELL);
        assertThat(new LabelCalibration(25, 0, 5, 0).reading()).isEqualTo(Reading.CANNOT_TELL);
        assertThat(new LabelCalibration(25, 0, 5, 0).falsePassRate()).isNull();
        assertThat(new LabelCalibration(0, 0, 0, 0).agreement()).isNull();
    }

    @Test
    void preferencesAreComparedOverTies() {
        int[][] counts = {{10, 2, 1}, {3, 5, 2}, {0, 1, 8}};
        List<Preference> human = new ArrayList<>();
        List<Preference> judge = new ArrayList<>();
        for (Preference row : Preference.values()) {
            for (Preference column : Preference.values()) {
                for (int i = 0; i < counts[row.ordinal()][column.ordinal()]; i++) {
                    human.add(row);
                    judge.add(column);
                }
            }
        }

        PreferenceCalibration found = PreferenceCalibration.of(human, judge);

        assertThat(found.n()).isEqualTo(32);
        assertThat(found.kappa()).isCloseTo(0.5739644970414202, within(1e-12));
        assertThat(found.agreement().passed()).isEqualTo(23);
        assertThat(found.decidedAgreement().passed()).isEqualTo(18);
        assertThat(found.decidedAgreement().n()).isEqualTo(19);
        assertThat(found.baseRate().passed()).isEqualTo(13);
        assertThat(found.count(Preference.TIE, Preference.CHALLENGER)).isEqualTo(2);
        assertThat(found.reading()).isEqualTo(Reading.FAIR);
        assertThat(PreferenceCalibration.of(List.of(), List.of()).decidedAgreement())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "19, 0.9, NOT_ENOUGH_TO_SAY",
        "20, , CANNOT_TELL",
        "20, 0.6, GOOD",
        "20, 0.59, FAIR",
        "20, 0.4, FAIR",
        "20, 0.39, POOR",
        "500, -0.2, POOR"
    })
    void anAgreementIsReadByFixedLevels(int votes, Double kappa, Reading reading) {
        assertThat(Reading.of(votes, kappa)).isEqualTo(reading);
    }

    private static double[] noisy(double[] scores, SplittableRandom random) {
        return Arrays.stream(scores)
                .map(score -> Math.clamp(score + random.nextInt(-1, 2), 1, 5))
                .toArray();
    }

    private static void assertClose(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(0.02));
        assertThat(interval.high()).isCloseTo(high, within(0.02));
    }

    private static double[] scores(String digits) {
        return digits.chars().mapToDouble(digit -> digit - '0').toArray();
    }
}
