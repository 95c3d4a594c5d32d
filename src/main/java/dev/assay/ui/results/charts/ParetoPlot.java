package dev.assay.ui.results.charts;

import dev.assay.experiment.chart.NiceTicks;
import dev.assay.experiment.chart.ParetoPoints;
import dev.assay.experiment.gate.NonInferiority;
import dev.assay.experiment.stats.Interval;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import dev.assay.ui.results.VariantBadge;
import java.math.BigDecimal;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Cost against quality with 95 % intervals; a full dot is not worse than the baseline, a ring is not shown to be. */
final class ParetoPlot extends Plot {
    private static final int STEPS = 5;
    private static final double DOT = 6;
    private static final double NAME = 8;

    private @Nullable ParetoPoints points;

    void show(ParetoPoints pareto) {
        points = pareto;
        name(Messages.get("charts.pareto.cost"), pareto.metric());
        redraw();
    }

    @Override
    void draw() {
        ParetoPoints pareto = points;
        if (pareto == null || pareto.points().isEmpty()) {
            return;
        }
        double dearest = pareto.points().stream()
                .mapToDouble(point -> Math.max(point.costUsd(), high(point.costInterval(), point.costUsd())))
                .max()
                .orElse(0);
        NiceTicks costs = NiceTicks.covering(0, dearest == 0 ? 1e-6 : dearest, STEPS);
        NiceTicks scores = NiceTicks.covering(0, 1, STEPS);
        Scales scales = frame(costs, scores, ParetoPlot::dollars, scores::label);
        frontier(scales, pareto.frontier());
        pareto.points().forEach(point -> whiskers(scales, point));
        pareto.points().forEach(point -> dot(scales, pareto, point));
    }

    private void frontier(Scales scales, List<ParetoPoints.Point> frontier) {
        for (int i = 1; i < frontier.size(); i++) {
            ParetoPoints.Point from = frontier.get(i - 1);
            ParetoPoints.Point to = frontier.get(i);
            put(line(
                    scales.x().at(from.costUsd()),
                    scales.y().at(from.quality()),
                    scales.x().at(to.costUsd()),
                    scales.y().at(to.quality()),
                    "plot-frontier"));
        }
    }

    private void whiskers(Scales scales, ParetoPoints.Point point) {
        double x = scales.x().at(point.costUsd());
        double y = scales.y().at(point.quality());
        Interval cost = point.costInterval();
        Interval quality = point.qualityInterval();
        int variant = index(point);
        if (cost != null) {
            whisker(line(scales.x().at(cost.low()), y, scales.x().within(cost.high()), y, "plot-whisker"), variant);
        }
        if (quality != null) {
            whisker(line(x, scales.y().at(quality.low()), x, scales.y().at(quality.high()), "plot-whisker"), variant);
        }
    }

    private void whisker(Line line, int variant) {
        line.getStyleClass().add(VariantBadge.colour(variant));
        put(line);
    }

    private void dot(Scales scales, ParetoPoints pareto, ParetoPoints.Point point) {
        double x = scales.x().at(point.costUsd());
        double y = scales.y().at(point.quality());
        boolean shown = point.standing() == NonInferiority.SHOWN;
        var dot = new Circle(x, y, DOT);
        dot.getStyleClass().addAll(shown ? "plot-full" : "plot-ring", VariantBadge.colour(index(point)));
        Tooltip.install(
                dot,
                new Tooltip(Messages.get(
                        shown ? "charts.pareto.tip.shown" : "charts.pareto.tip",
                        point.label(),
                        Figures.cost(BigDecimal.valueOf(point.costUsd())),
                        Figures.score(point.quality()),
                        pareto.baseline())));
        put(dot);
        Text name = text("plot-name");
        name.getStyleClass().add(VariantBadge.colour(index(point)));
        name.setText(point.label());
        name.setX(x + NAME);
        name.setY(y - NAME);
        put(name);
    }

    /** The place of its column, which its letter tells. */
    private static int index(ParetoPoints.Point point) {
        return point.label().charAt(0) - 'A';
    }

    private static double high(@Nullable Interval interval, double otherwise) {
        return interval == null ? otherwise : interval.high();
    }

    private static String dollars(BigDecimal usd) {
        return usd.signum() == 0 ? "$0" : "$" + usd.stripTrailingZeros().toPlainString();
    }
}
