package dev.assay.experiment.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.ScoredRun;
import dev.assay.experiment.chart.ParetoPoints.LeftOut;
import dev.assay.experiment.chart.ParetoPoints.Point;
import dev.assay.experiment.chart.ParetoPoints.Why;
import dev.assay.experiment.chart.ScatterPoints.Side;
import dev.assay.experiment.gate.NonInferiority;
import dev.assay.llm.Usage;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartsTest {

    @Test
    void scoresFallIntoTheirBinsAndTheBestIntoTheLast() {
        Comparison comparison = ScoredRun.of(
                        new double[] {0, 0.25, 0.3, 0.75, 1}, new double[] {1, 1, Double.NaN, 0.1 + 0.2, 0.3})
                .compare();

        List<ScoreDistribution> both = ScoreDistribution.of(comparison, "relevance", 10);

        assertThat(both.getFirst().bins())
                .extracting(ScoreDistribution.Bin::cases)
                .containsExactly(1, 0, 1, 1, 0, 0, 0, 1, 0, 1);
        assertThat(both.getLast().bins())
                .extracting(ScoreDistribution.Bin::cases)
                .containsExactly(0, 0, 0, 2, 0, 0, 0, 0, 0, 2);
        assertThat(both.getLast().unscored()).isEqualTo(1);
        assertThat(both.getLast().highest()).isEqualTo(2);
        assertThat(both.getFirst().mean().orElseThrow()).isEqualTo(0.46, within(1e-12));
    }

    @Test
    void repeatsOfACaseAreOneValue() {
        Comparison comparison = new ScoredRun(1, 2, 2)
                .scored(0, 0, 0, 0.2)
                .scored(0, 0, 1, 0.6)
                .failed(0, 1, 0)
                .scored(0, 1, 1, 1)
                .compare();

        assertThat(CaseFigures.scores(comparison, "relevance").known(0)).containsExactly(0.4, 1.0);
    }

    @Test
    void casesWithTheSameTwoScoresAreOnePoint() {
        Comparison comparison = ScoredRun.of(
                        new double[] {0.5, 0.5, 0.25, 1, Double.NaN}, new double[] {0.75, 0.75, 0.25, 0.5, 1})
                .compare();

        ScatterPoints scatter = ScatterPoints.of(comparison, "relevance", 1);

        assertThat(scatter.points())
                .extracting(ScatterPoints.Point::cases)
                .containsExactly(List.of(0, 1), List.of(2), List.of(3));
        assertThat(scatter.cases(Side.CHALLENGER)).isEqualTo(2);
        assertThat(scatter.cases(Side.NEITHER)).isEqualTo(1);
        assertThat(scatter.cases(Side.BASELINE)).isEqualTo(1);
        assertThat(scatter.leftOut()).isEqualTo(1);
        assertThat(scatter.points().getFirst().radius(3)).isEqualTo(3 * Math.sqrt(2));
    }

    /** A scores 0.5 and 0.7 in turn, each variant so much more; a cost of null is unknown. */
    private static Comparison priced(double[] better, @Nullable String... usd) {
        var run = new ScoredRun(usd.length, 20, 1);
        for (int variant = 0; variant < usd.length; variant++) {
            for (int i = 0; i < 20; i++) {
                double score = 0.5 + 0.2 * (i % 2) + better[variant] + (variant == 0 ? 0 : 0.01 * (i % 3));
                BigDecimal cost = usd[variant] == null ? null : new BigDecimal(usd[variant]);
                run.answered(variant, i, 0, score, Usage.of(10, 5), cost, 100);
            }
        }
        return run.compare();
    }

    @Test
    void theFrontierHoldsWhatNothingBeatsInBoth() {
        ParetoPoints pareto =
                ParetoPoints.of(priced(new double[] {0, 0.2, -0.3}, "0.002", "0.001", "0.0005"), "relevance", 0.05);

        assertThat(pareto.points()).extracting(Point::onFrontier).containsExactly(false, true, true);
        assertThat(pareto.frontier()).extracting(Point::label).containsExactly("C", "B");
        assertThat(pareto.points().getFirst().qualityInterval()).isNotNull();
        assertThat(pareto.points().getFirst().costInterval())
                .as("costs that are all the same")
                .isNull();
    }

    @Test
    void theCheapestIsChosenAmongThoseShownToBeNotWorse() {
        ParetoPoints pareto =
                ParetoPoints.of(priced(new double[] {0, -0.03, -0.3}, "0.002", "0.001", "0.0005"), "relevance", 0.05);

        assertThat(pareto.points())
                .extracting(Point::standing)
                .containsExactly(NonInferiority.SHOWN, NonInferiority.SHOWN, NonInferiority.NOT_SHOWN);
        assertThat(pareto.cheapestNotWorse()).map(Point::label).contains("B");
    }

    @Test
    void aVariantOfUnknownCostIsLeftOutAndNotFree() {
        ParetoPoints pareto = ParetoPoints.of(priced(new double[] {0, 0.2}, "0.002", null), "relevance", 0.05);

        assertThat(pareto.points()).extracting(Point::label).containsExactly("A");
        assertThat(pareto.leftOut()).containsExactly(new LeftOut("B", Why.COST_UNKNOWN));
    }

    @Test
    void whatWasNotScoredHasNoPlace() {
        ParetoPoints pareto = ParetoPoints.of(
                ScoredRun.of(new double[] {1}, new double[] {Double.NaN}).compare(), "relevance", 0.05);

        assertThat(pareto.leftOut()).containsExactly(new LeftOut("B", Why.NOT_SCORED));
        assertThat(pareto.points().getFirst().qualityInterval()).isNull();
    }
}
