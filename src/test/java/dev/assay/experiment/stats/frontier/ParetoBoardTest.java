package dev.assay.experiment.stats.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.experiment.stats.Interval;
import dev.assay.llm.InputException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParetoBoardTest {
    private static final Option BASELINE = option("A", "0.0100", 0.80, null);
    private static final Option SLIGHTLY_WORSE = option("B", "0.0020", 0.79, new Interval(-0.03, 0.01));
    private static final Option CHEAP_AND_BAD = option("C", "0.0005", 0.60, new Interval(-0.25, -0.15));
    private static final Option DEAR_AND_WORSE = option("D", "0.0200", 0.78, new Interval(-0.04, 0.0));
    private static final Option BEST = option("E", "0.0300", 0.90, new Interval(0.06, 0.14));
    private static final Option UNPRICED = option("F", null, 0.95, new Interval(0.1, 0.2));
    private static final ParetoBoard BOARD =
            new ParetoBoard(BASELINE, List.of(SLIGHTLY_WORSE, CHEAP_AND_BAD, DEAR_AND_WORSE, BEST, UNPRICED));

    @Test
    void theFrontierHoldsWhatNothingBeats() {
        assertThat(BOARD.frontier()).containsExactly(CHEAP_AND_BAD, SLIGHTLY_WORSE, BASELINE, BEST);
        assertThat(BOARD.dominator(DEAR_AND_WORSE)).contains(BASELINE);
        assertThat(BOARD.dominator(BEST)).isEmpty();
    }

    @Test
    void variantsThatAreAlikeStandBesideEachOther() {
        Option twin = option("G", "0.01", 0.80, new Interval(-0.01, 0.01));

        assertThat(new ParetoBoard(BASELINE, List.of(twin)).frontier()).containsExactly(BASELINE, twin);
        assertThat(twin.dominates(BASELINE)).isFalse();
        assertThat(option("H", "0.01", 0.81, null).dominates(BASELINE)).isTrue();
    }

    @Test
    void theCheapestThatIsNotWorseByMoreThanTheMarginIsNamed() {
        assertThat(BOARD.cheapestNotInferior(0.05)).contains(SLIGHTLY_WORSE);
        assertThat(BOARD.cheapestNotInferior(0.02)).contains(BASELINE);
        assertThat(BOARD.cheapestNotInferior(0.3)).contains(CHEAP_AND_BAD);
        assertThat(SLIGHTLY_WORSE.isNotInferiorBy(0.03)).isFalse();
    }

    @Test
    void anUnknownCostIsNotNothing() {
        assertThat(BOARD.unpriced()).containsExactly(UNPRICED);
        assertThat(UNPRICED.dominates(BEST)).isFalse();
        assertThat(BOARD.dominator(UNPRICED)).isEmpty();
        assertThat(new ParetoBoard(option("A", null, 0.8, null), List.of(UNPRICED)).cheapestNotInferior(0.05))
                .isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> BOARD.cheapestNotInferior(0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> option("A", "-1", 0.5, null)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> option("A", "1", Double.NaN, null)).isInstanceOf(InputException.class);
    }

    private static Option option(String name, @Nullable String cost, double quality, @Nullable Interval difference) {
        return new Option(name, cost == null ? null : new BigDecimal(cost), quality, difference);
    }
}
