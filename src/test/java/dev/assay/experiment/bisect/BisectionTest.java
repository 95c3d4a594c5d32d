package dev.assay.experiment.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.bisect.Bisected.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BisectionTest {
    private static final double NONE = Double.NaN;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "30, 1", "30, 15", "30, 29", "1000, 500", "1000, 999"})
    void theChangeIsFoundWithFewRunsWhereverItIs(int revisions, int culprit) {
        double[] scores = IntStream.range(0, revisions + 1)
                .mapToDouble(i -> i < culprit ? 0.9 : 0.2)
                .toArray();

        Bisected<Integer> found = search(scores);

        assertThat(found.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(found.suspects()).containsExactly(culprit);
        assertThat(found.good()).contains(culprit - 1);
        assertThat(found.tried().size())
                .isLessThanOrEqualTo(2 * (int) Math.ceil(Math.log(revisions + 2) / Math.log(2)) + 2);
        assertThat(found.tried()).extracting(Bisected.Tried::revision).doesNotHaveDuplicates();
    }

    @Test
    void aRevisionWithoutAScoreIsPassedOver() {
        assertThat(search(0.9, 0.9, NONE, 0.2, NONE, 0.2).suspects()).containsExactly(2, 3);
        assertThat(search(0.9, 0.9, NONE, 0.2).outcome()).isEqualTo(Outcome.ONE_OF_SEVERAL);
        assertThat(search(0.9, NONE, NONE, 0.9, 0.2).suspects()).containsExactly(4);
    }

    @Test
    void whereThereIsNothingToFindThatIsTold() {
        assertThat(search(0.2, 0.9).outcome()).isEqualTo(Outcome.NOT_BELOW);
        assertThat(search(0.2, 0.3, 0.1).outcome()).isEqualTo(Outcome.BELOW_FROM_THE_FIRST);
        assertThat(search(NONE, NONE, 0.1).outcome()).isEqualTo(Outcome.BELOW_FROM_THE_FIRST);
        assertThat(search(0.9, NONE).outcome()).isEqualTo(Outcome.NEWEST_UNSCORED);
        assertThat(search(0.2).suspects()).isEmpty();
    }

    @Test
    void aScoreAtTheBoundIsGood() {
        assertThat(search(0.5, 0.49).suspects()).containsExactly(1);
    }

    private static Bisected<Integer> search(double... scores) {
        List<Integer> revisions = IntStream.range(0, scores.length).boxed().toList();
        return new Bisection<>(revisions, 0.5, revision -> scores[revision]).search();
    }
}
