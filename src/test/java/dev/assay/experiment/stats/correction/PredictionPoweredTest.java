package dev.assay.experiment.stats.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Expected figures are scipy's: with the judge in full the interval is Welch's for two samples, without it that of one
 * sample, and in between the published formula worked out.
 */
class PredictionPoweredTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final double[] UNVOTED = {
        .25, 0, .5, -.25, 0, .25, .25, 0, -.25, .5, .25, 0, 0, .25, .75, -.5, .25, 0, .25, 0
    };
    private static final double[] JUDGE = {.25, 0, -.25, .5, 0, .25, .25, -.25, 0, .5};
    private static final double[] HUMAN = {.25, 0, -.25, .5, 0, .25, .25, 0, .25, .25};

    @Test
    void theWeightMakesTheIntervalNarrowest() {
        PredictionPowered found = PredictionPowered.of(UNVOTED, JUDGE, HUMAN);

        assertThat(found.weight()).isCloseTo(0.42357850808555036, CLOSE);
        assertThat(found.mean()).isCloseTo(0.15, CLOSE);
        assertThat(found.standardError()).isCloseTo(0.04870650242419845, CLOSE);
        assertThat(found.interval().low()).isCloseTo(0.04736899829976736, CLOSE);
        assertThat(found.interval().high()).isCloseTo(0.25263100170023267, CLOSE);
        assertThat(found.voted()).isEqualTo(10);
        assertThat(found.unvoted()).isEqualTo(20);
        assertThat(found.isEnough()).isFalse();
    }

    @Test
    void theJudgeInFullAddsBothVariances() {
        PredictionPowered found = PredictionPowered.of(UNVOTED, JUDGE, HUMAN, 1);

        assertThat(found.standardError()).isCloseTo(0.07826704922348898, CLOSE);
        assertThat(found.interval().low()).isCloseTo(-0.010324562035504192, CLOSE);
        assertThat(found.interval().high()).isCloseTo(0.3103245620355042, CLOSE);
    }

    @Test
    void withoutTheJudgeTheVotesStandAlone() {
        PredictionPowered found = PredictionPowered.of(UNVOTED, JUDGE, HUMAN, 0);

        assertThat(found.interval().low()).isCloseTo(-0.0008104775198803649, CLOSE);
        assertThat(found.interval().high()).isCloseTo(0.3008104775198803, CLOSE);
        assertThat(PredictionPowered.of(new double[0], JUDGE, HUMAN).interval().low())
                .isCloseTo(-0.0008104775198803649, CLOSE);
    }

    @Test
    void casesWithoutAVoteAreToldFromThoseWith() {
        double[] judge = {.25, .5, 0, -.25, .25};
        double[] human = {0, Double.NaN, .25, Double.NaN, .5};

        assertThat(PredictionPowered.byCase(judge, human))
                .isEqualTo(PredictionPowered.of(
                        new double[] {.5, -.25}, new double[] {.25, 0, .25}, new double[] {0, .25, .5}));
    }

    @Test
    void aBiasOfTheJudgeCancelsOut() {
        double[] flattered = Arrays.stream(JUDGE).map(d -> d + 0.2).toArray();
        double[] flatteredToo = Arrays.stream(UNVOTED).map(d -> d + 0.2).toArray();

        assertThat(PredictionPowered.of(flatteredToo, flattered, HUMAN).mean()).isCloseTo(0.15, CLOSE);
    }

    @Test
    void votesThatDoNotVaryHaveNoInterval() {
        assertThat(PredictionPowered.of(new double[] {0, 0}, new double[] {0, 0}, new double[] {.5, .5})
                        .interval())
                .isNull();
    }

    @Test
    void intervalsCoverWhatPeopleWouldSeeAndAreNarrowerThanThoseOfVotes() {
        var random = new SplittableRandom(20261126);
        int draws = 1000;
        int covered = 0;
        double width = 0;
        double widthOfVotes = 0;
        for (int draw = 0; draw < draws; draw++) {
            double[] human = random.ints(200, -2, 3).mapToDouble(i -> i * 0.25).toArray();
            double[] judge = Arrays.stream(human)
                    .map(d -> d + 0.1 + 0.25 * random.nextInt(-1, 2))
                    .toArray();
            double[] voted = IntStream.range(0, 200)
                    .mapToDouble(i -> i < 30 ? human[i] : Double.NaN)
                    .toArray();
            var interval = PredictionPowered.byCase(judge, voted).interval();
            var alone = PredictionPowered.of(new double[0], Arrays.copyOf(judge, 30), Arrays.copyOf(human, 30))
                    .interval();
            covered += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
            width += interval.high() - interval.low();
            widthOfVotes += alone.high() - alone.low();
        }

        assertThat(covered / (double) draws).isBetween(0.92, 0.97);
        assertThat(width / widthOfVotes).isLessThan(0.75);
    }

    @Test
    void votesThatCannotBeUsedAreRefused() {
        assertThatThrownBy(() -> PredictionPowered.of(UNVOTED, new double[1], new double[1]))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> PredictionPowered.of(UNVOTED, JUDGE, new double[2]))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> PredictionPowered.of(UNVOTED, JUDGE, HUMAN, 1.5))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> PredictionPowered.byCase(JUDGE, UNVOTED)).isInstanceOf(InputException.class);
    }
}
