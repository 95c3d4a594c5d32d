package dev.assay.judge.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.llm.FigureToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightedScoreTest {
    private static final Scale FIVE = new Scale(1, 5);

    @Test
    void theScoreIsTheMeanOfThoseThatWereLikely() {
        assertThat(WeightedScore.of(4, FIVE, List.of(token(4, Map.of(4, 0.6, 3, 0.3, 5, 0.1)))))
                .hasValueSatisfying(score -> {
                    assertThat(score.points()).isCloseTo(3.8, within(1e-9));
                    assertThat(score.told()).isEqualTo("Weighted by probability: 3.80 of 3 (30%), 4 (60%), 5 (10%).");
                });
    }

    @Test
    void whatIsUnlikelyOrNotOnTheScaleIsLeftOutAndTheRestMakesAWhole() {
        assertThat(WeightedScore.of(4, FIVE, List.of(token(4, Map.of(4, 0.4, 5, 0.1, 1, 0.009, 9, 0.4)))))
                .hasValueSatisfying(score -> {
                    assertThat(score.chances()).containsOnlyKeys(4, 5);
                    assertThat(score.points()).isCloseTo(4.2, within(1e-9));
                });
    }

    @Test
    void theLastTokenThatSaysTheScoreIsIt() {
        var figures = List.of(token(4, Map.of(4, 1.0)), token(4, Map.of(4, 0.5, 5, 0.5)), token(2, Map.of(2, 1.0)));

        assertThat(WeightedScore.of(4, FIVE, figures))
                .hasValueSatisfying(score -> assertThat(score.points()).isCloseTo(4.5, within(1e-9)));
    }

    @Test
    void withoutTheProbabilityOfTheScoreThatWasReadNothingIsWeighed() {
        assertThat(WeightedScore.of(4, FIVE, List.of())).isEmpty();
        assertThat(WeightedScore.of(4, FIVE, List.of(token(3, Map.of(3, 1.0))))).isEmpty();
        assertThat(WeightedScore.of(4, FIVE, List.of(token(4, Map.of(3, 0.9))))).isEmpty();
        assertThat(WeightedScore.of(3.5, FIVE, List.of(token(3, Map.of(3, 1.0)))))
                .isEmpty();
    }

    private static FigureToken token(int figure, Map<Integer, Double> chances) {
        return new FigureToken(figure, chances);
    }
}
