package dev.assay.ui.results.charts;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Verdicts;
import dev.assay.experiment.chart.ParetoPoints;
import dev.assay.experiment.chart.ScatterPoints;
import dev.assay.experiment.chart.ScoreDistribution;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * What the charts of one metric show.
 *
 * @param spread how the scores of each variant spread
 * @param scatters the first variant against each other one
 * @param pareto cost against quality
 */
record Charts(List<ScoreDistribution> spread, List<ScatterPoints> scatters, ParetoPoints pareto) {
    private static final int BINS = 10;

    Charts {
        spread = List.copyOf(spread);
        scatters = List.copyOf(scatters);
    }

    static Charts of(Comparison comparison, String metric) {
        return new Charts(
                ScoreDistribution.of(comparison, metric, BINS),
                IntStream.range(1, comparison.run().variants().size())
                        .mapToObj(challenger -> ScatterPoints.of(comparison, metric, challenger))
                        .toList(),
                ParetoPoints.of(comparison, metric, Verdicts.DELTA));
    }

    /** Which variant is the cheapest that is not worse, and which cannot be placed. */
    String advice() {
        var sentences = new StringJoiner(" ");
        pareto.cheapestNotWorse()
                .ifPresent(point -> sentences.add(Messages.get(
                        "charts.pareto.cheapest",
                        point.label(),
                        Figures.cost(BigDecimal.valueOf(point.costUsd())),
                        pareto.baseline(),
                        Figures.score(pareto.margin()))));
        pareto.leftOut()
                .forEach(one -> sentences.add(
                        switch (one.why()) {
                            case COST_UNKNOWN -> Messages.get("charts.pareto.unpriced", one.label());
                            case NOT_SCORED -> Messages.get("charts.pareto.unscored", one.label());
                        }));
        return sentences.toString();
    }
}
