package dev.assay.ui.results.charts;

import dev.assay.experiment.chart.NiceTicks;
import dev.assay.experiment.chart.ScatterPoints;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.util.function.IntConsumer;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** One variant against another, case by case; a click on a dot opens its first case. */
final class ScatterPlot extends Plot {
    private static final int STEPS = 5;
    private static final double DOT = 4;
    private static final double LARGEST = 18;

    private final IntConsumer opener;
    private @Nullable ScatterPoints points;

    /** @param opener opens a case, counted from 0 */
    ScatterPlot(IntConsumer opener) {
        this.opener = opener;
    }

    void show(ScatterPoints scatter) {
        points = scatter;
        name(
                Messages.get("charts.scatter.axis", scatter.baseline(), scatter.metric()),
                Messages.get("charts.scatter.axis", scatter.challenger(), scatter.metric()));
        redraw();
    }

    @Override
    void draw() {
        ScatterPoints scatter = points;
        if (scatter == null) {
            return;
        }
        NiceTicks scores = NiceTicks.covering(0, 1, STEPS);
        Scales scales = frame(scores, scores, scores::label, scores::label);
        put(line(
                scales.x().at(0), scales.y().at(0), scales.x().at(1), scales.y().at(1), "plot-diagonal"));
        for (ScatterPoints.Point point : scatter.points()) {
            var dot = new Circle(
                    scales.x().at(point.x()), scales.y().at(point.y()), Math.min(LARGEST, point.radius(DOT)));
            dot.getStyleClass()
                    .addAll(
                            "plot-dot",
                            switch (point.higher()) {
                                case CHALLENGER -> "plot-better";
                                case BASELINE -> "plot-worse";
                                case NEITHER -> "plot-same";
                            });
            Tooltip.install(
                    dot,
                    new Tooltip(Messages.get(
                            "charts.scatter.tip",
                            point.cases().size(),
                            scatter.baseline(),
                            Figures.score(point.x()),
                            scatter.challenger(),
                            Figures.score(point.y()))));
            dot.setOnMouseClicked(event -> opener.accept(point.cases().getFirst()));
            put(dot);
        }
    }
}
