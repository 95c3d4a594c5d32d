package dev.assay.experiment.votes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.ScoredRun;
import dev.assay.experiment.stats.raters.Preference;
import dev.assay.experiment.stats.raters.Reading;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void aJudgeThatPrefersAsPeopleDoIsGood() {
        List<JudgedPair> judged = IntStream.range(0, 40)
                .mapToObj(i -> pair(i, i % 2 == 0 ? 0.5 : -0.25, ""))
                .toList();

        Calibration calibration = Calibration.of(people(judged, 30), judged);

        assertThat(calibration.check().calibration().reading()).isEqualTo(Reading.GOOD);
        assertThat(calibration.scores()).satisfies(scores -> {
            assertThat(scores.agreement().kappaQuadratic()).isEqualTo(1.0);
            assertThat(scores.agreement().spearman()).isEqualTo(1.0);
        });
        assertThat(calibration.errors()).isEmpty();
        assertThat(calibration.check().corrected()).satisfies(corrected -> {
            assertThat(corrected.voted()).isEqualTo(30);
            assertThat(corrected.unvoted()).isEqualTo(10);
        });
    }

    @Test
    void whereItErrsIsToldTheWidestFirst() {
        var judged = List.of(pair(0, 0.25, "small"), pair(1, 0.75, "wide"), pair(2, 0, ""), pair(3, 0.5, "right"));

        Calibration calibration = Calibration.of(
                Map.of(
                        0, Preference.BASELINE,
                        1, Preference.TIE,
                        2, Preference.CHALLENGER,
                        3, Preference.CHALLENGER,
                        9, Preference.CHALLENGER),
                judged);

        assertThat(calibration.errors())
                .extracting(error -> error.judged().testCase() + " " + error.people() + " "
                        + error.judged().reason())
                .containsExactly("1 TIE wide", "0 BASELINE small", "2 CHALLENGER ");
        assertThat(calibration.check().calibration().n()).isEqualTo(4);
    }

    @Test
    void aJudgeThatGoesByLengthIsSeen() {
        List<JudgedPair> judged = IntStream.range(0, 20)
                .mapToObj(
                        i -> new JudgedPair(i, i % 2 == 0 ? 1 : -1, i % 2 == 0 ? 100 : 200, i % 2 == 0 ? 200 : 100, ""))
                .toList();

        Calibration calibration = Calibration.of(Map.of(0, Preference.BASELINE), judged);

        assertThat(calibration.judgeLength().winnerRatio()).isEqualTo(2.0);
        assertThat(calibration.judgeLength().isWorthTelling()).isTrue();
        assertThat(calibration.peopleLength().winnerRatio()).isEqualTo(0.5);
    }

    @Test
    void pairsComeFromCasesThatBothWereScoredOn() {
        double nan = Double.NaN;
        Comparison run = ScoredRun.of(new double[] {0.25, nan, 0.5}, new double[] {0.75, 0.5, 0.5})
                .compare();

        List<JudgedPair> pairs = JudgedPair.of(run.cells(), 0, 1, "relevance");

        assertThat(pairs).extracting(JudgedPair::testCase).containsExactly(0, 2);
        assertThat(pairs).extracting(JudgedPair::difference).containsExactly(0.5, 0.0);
        assertThat(pairs.getFirst().baselineLength()).isEqualTo(4);
        assertThat(Calibration.of(Map.of(), pairs).scores()).isNull();
    }

    private static JudgedPair pair(int testCase, double difference, String reason) {
        return new JudgedPair(testCase, difference, 100, 100, reason);
    }

    private static Map<Integer, Preference> people(List<JudgedPair> judged, int first) {
        Map<Integer, Preference> people = new TreeMap<>();
        judged.stream().limit(first).forEach(pair -> people.put(pair.testCase(), pair.preference()));
        return people;
    }
}
