package dev.assay.ui.results.charts;

import dev.assay.experiment.chart.NiceTicks;
import dev.assay.experiment.chart.ScoreDistribution;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.VariantBadge;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** How the scores of the variants spread: bars side by side, and their means. */
final class SpreadPlot extends Plot {
    private static final int STEPS = 5;
    private static final double AIR = 0.16;

    private List<ScoreDistribution> spread = List.of();

    void show(String metric, List<ScoreDistribution> distributions) {
        spread = distributions;
        name(metric, Messages.get("charts.cases"));
        redraw();
    }

    @Override
    void draw() {
        int highest = Math.max(
                1, spread.stream().mapToInt(ScoreDistribution::highest).max().orElse(1));
        NiceTicks cases = NiceTicks.covering(0, Math.max(highest, STEPS), STEPS);
        NiceTicks scores = NiceTicks.covering(0, 1, STEPS);
        Scales scales = frame(scores, cases, scores::label, cases::label);
        for (int variant = 0; variant < spread.size(); variant++) {
            bars(scales, variant);
        }
        for (int variant = 0; variant < spread.size(); variant++) {
            mean(scales, variant);
        }
    }

    private void bars(Scales scales, int variant) {
        ScoreDistribution one = spread.get(variant);
        for (ScoreDistribution.Bin bin : one.bins()) {
            if (bin.cases() == 0) {
                continue;
            }
            double left = scales.x().at(bin.low());
            double room = scales.x().at(bin.high()) - left;
            double width = room * (1 - AIR) / spread.size();
            double top = scales.y().at(bin.cases());
            var bar = new Rectangle(
                    left + room * AIR / 2 + variant * width,
                    top,
                    Math.max(1, width - 1),
                    scales.y().at(0) - top);
            bar.getStyleClass().addAll("plot-bar", VariantBadge.colour(variant));
            Tooltip.install(
                    bar,
                    new Tooltip(Messages.get(
                            "charts.spread.tip",
                            one.label(),
                            bin.cases(),
                            String.valueOf(bin.low()),
                            String.valueOf(bin.high()))));
            put(bar);
        }
    }

    private void mean(Scales scales, int variant) {
        spread.get(variant).mean().ifPresent(mean -> {
            double at = scales.x().at(mean);
            Line line = line(at, scales.y().at(0), at, scales.y().to(), "plot-mean");
            line.getStyleClass().add(VariantBadge.colour(variant));
            put(line);
        });
    }
}
