package dev.assay.experiment.stats.raters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.llm.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ratings are those of Krippendorff's own example: four observers, twelve units, gaps. */
class KrippendorffAlphaTest {
    private static final Ratings EXAMPLE = Ratings.byRater(List.of(
            ratings("1 2 3 3 2 1 4 1 2 - - -"),
            ratings("1 2 3 3 2 2 4 1 2 5 - 3"),
            ratings("- 3 3 3 2 3 4 2 2 5 1 -"),
            ratings("1 2 3 3 2 4 4 1 2 5 1 -")));

    @ParameterizedTest
    @CsvSource({"NOMINAL, 0.743421052631579", "ORDINAL, 0.8153875037548813", "INTERVAL, 0.8491071428571428"})
    void theAlphaIsThatOfItsAuthor(Distance distance, double alpha) {
        KrippendorffAlpha found = KrippendorffAlpha.of(EXAMPLE, distance);

        assertThat(found.alpha()).isCloseTo(alpha, within(1e-12));
        assertThat(found.answers()).isEqualTo(11);
        assertThat(found.ratings()).isEqualTo(40);
        assertThat(found.reading()).isEqualTo(Reading.NOT_ENOUGH_TO_SAY);
    }

    @Test
    void theIntervalIsTheSameAtEveryLook() {
        KrippendorffAlpha found = KrippendorffAlpha.of(EXAMPLE, Distance.ORDINAL);

        assertThat(found.interval())
                .isEqualTo(KrippendorffAlpha.of(EXAMPLE, Distance.ORDINAL).interval());
        assertThat(found.interval().low()).isBetween(0.2, 0.6);
        assertThat(found.interval().high()).isBetween(0.95, 1.0);
    }

    @Test
    void ratingsThatDoNotVaryCannotTell() {
        List<@Nullable Double> same =
                IntStream.range(0, 30).<@Nullable Double>mapToObj(i -> 5.0).toList();

        KrippendorffAlpha found = KrippendorffAlpha.of(Ratings.byRater(List.of(same, same)), Distance.ORDINAL);

        assertThat(found.alpha()).isNull();
        assertThat(found.interval()).isNull();
        assertThat(found.reading()).isEqualTo(Reading.CANNOT_TELL);
    }

    @Test
    void answersThatOneRatedSayNothing() {
        KrippendorffAlpha found =
                KrippendorffAlpha.of(Ratings.byRater(List.of(ratings("1 2 -"), ratings("- - 3"))), Distance.NOMINAL);

        assertThat(found.alpha()).isNull();
        assertThat(found.answers()).isZero();
        assertThat(KrippendorffAlpha.of(Ratings.byRater(List.of()), Distance.NOMINAL)
                        .alpha())
                .isNull();
    }

    @Test
    void ratersByChanceAgreeNoMoreThanChance() {
        var random = new SplittableRandom(20261126);
        List<List<@Nullable Double>> raters = IntStream.range(0, 3)
                .<List<@Nullable Double>>mapToObj(rater -> random.ints(200, 1, 6)
                        .<@Nullable Double>mapToObj(i -> random.nextInt(5) == 0 ? null : (Double) (double) i)
                        .toList())
                .toList();

        KrippendorffAlpha found = KrippendorffAlpha.of(Ratings.byRater(raters), Distance.ORDINAL);

        assertThat(found.alpha()).isBetween(-0.12, 0.12);
        assertThat(found.interval().low()).isLessThan(0.02);
        assertThat(found.reading()).isEqualTo(Reading.POOR);
    }

    @Test
    void ratersOfUnlikeLengthAreRefused() {
        assertThatThrownBy(() -> Ratings.byRater(List.of(ratings("1 2"), ratings("1"))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Rater 2 has 1 ratings and the first rater 2");
        assertThatThrownBy(() -> Ratings.byRater(List.of(ratings("NaN")))).isInstanceOf(InputException.class);
    }

    private static List<@Nullable Double> ratings(String line) {
        return Arrays.stream(line.split(" "))
                .<@Nullable Double>map(word -> word.equals("-") ? null : Double.valueOf(word))
                .toList();
    }
}
