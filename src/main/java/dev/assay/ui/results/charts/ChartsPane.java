package dev.assay.ui.results.charts;

import dev.assay.experiment.Comparison;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The charts of a comparison, of one metric at a time. Nothing is reckoned while nobody looks. */
public final class ChartsPane extends VBox {
    private static final double GAP = 12;

    private final LatestTask task;
    private final ComboBox<String> metric = new ComboBox<>();
    private final ComboBox<String> challenger = new ComboBox<>();
    private final SpreadPlot spread = new SpreadPlot();
    private final ScatterPlot scatter;
    private final ParetoPlot pareto = new ParetoPlot();
    private final Label advice = new Label();
    private final Node scatterCard;
    private @Nullable Comparison comparison;
    private @Nullable Charts charts;

    /**
     * Charts without content.
     *
     * @param tasks reckons them
     * @param opener opens a case, counted from 0
     */
    public ChartsPane(Tasks tasks, IntConsumer opener) {
        task = new LatestTask(tasks);
        scatter = new ScatterPlot(opener);
        scatterCard = card(Messages.get("charts.scatter"), scatter, challenger);
        metric.setId("chartMetric");
        metric.valueProperty().subscribe(this::reckon);
        challenger.valueProperty().subscribe(this::showScatter);
        advice.setWrapText(true);
        advice.getStyleClass().add("soft");
        var plots = new HBox(
                GAP,
                card(Messages.get("charts.spread"), spread),
                scatterCard,
                card(Messages.get("charts.pareto"), pareto));
        var content = new VBox(GAP, metric, plots, advice);
        content.getStyleClass().add("charts");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("monitoring");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
        visibleProperty().subscribe(this::reckon);
    }

    private static VBox card(String name, Plot plot, Node... beside) {
        var title = new Label(name);
        title.getStyleClass().add("chart-title-line");
        var head = new HBox(GAP, title);
        head.getStyleClass().add("chart-head");
        head.getChildren().addAll(beside);
        var card = new VBox(head, plot);
        card.getStyleClass().add("chart-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    /** Shows another comparison, or one that has grown; null for none. */
    public void show(@Nullable Comparison shown) {
        comparison = shown;
        List<String> metrics = shown == null ? List.of() : shown.run().metrics();
        if (!metric.getItems().equals(metrics)) {
            metric.getItems().setAll(metrics);
            metric.setValue(metrics.isEmpty() ? null : metrics.getFirst());
        }
        reckon();
    }

    private void reckon() {
        Comparison shown = comparison;
        String chosen = metric.getValue();
        if (isVisible() && shown != null && chosen != null) {
            task.run(() -> Charts.of(shown, chosen), this::draw, failure -> advice.setText(failure.summary()));
        }
    }

    private void draw(Charts made) {
        charts = made;
        spread.show(String.valueOf(metric.getValue()), made.spread());
        pareto.show(made.pareto());
        advice.setText(made.advice());
        List<String> others =
                made.scatters().stream().map(points -> points.challenger()).toList();
        scatterCard.setVisible(!others.isEmpty());
        scatterCard.setManaged(!others.isEmpty());
        challenger.setVisible(others.size() > 1);
        challenger.setManaged(others.size() > 1);
        if (!challenger.getItems().equals(others)) {
            challenger.getItems().setAll(others);
            challenger.setValue(others.isEmpty() ? null : others.getFirst());
        }
        showScatter();
    }

    private void showScatter() {
        int index = challenger.getItems().indexOf(challenger.getValue());
        if (charts != null && index >= 0 && index < charts.scatters().size()) {
            scatter.show(charts.scatters().get(index));
        }
    }
}
