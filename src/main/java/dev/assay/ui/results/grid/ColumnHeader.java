package dev.assay.ui.results.grid;

import dev.assay.experiment.VariantSummary;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Delta;
import dev.assay.ui.results.Figures;
import dev.assay.ui.results.ScoreChip;
import dev.assay.ui.results.VariantBadge;
import dev.assay.ui.results.rows.ResultColumn;
import dev.assay.ui.results.rows.ResultsViewModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The heading of a variant's column: what ran, and its figures over all cases. */
final class ColumnHeader extends VBox {
    private final ResultColumn column;
    private final ResultColumn baseline;
    private final ResultsViewModel results;
    private final ObservableValue<Boolean> roomy;
    private final HBox chips = new HBox();
    private final Label money = line("column-figures");
    private final Label moneyDelta = line("delta");
    private final Label speed = line("column-figures");
    private final Label speedDelta = line("delta");
    private final Label errors = line("error-chip");

    ColumnHeader(ResultColumn column, ResultsViewModel results, ObservableValue<Number> width) {
        this.column = column;
        this.results = results;
        baseline = results.columns().getFirst();
        getStyleClass().add("column-header-content");
        chips.getStyleClass().add("chips");
        Label title = line("column-title");
        title.setText(column.variant().prompt());
        Label model = line("column-figures");
        model.setText(column.subtitle());
        var top = new HBox(new VariantBadge(column.variant().label(), column.index()), title);
        top.getStyleClass().add("column-top");
        if (column.index() == 0 && results.columns().size() > 1) {
            Label badge = line("baseline-badge");
            badge.setText(Messages.get("results.baseline"));
            badge.setMinWidth(USE_PREF_SIZE);
            top.getChildren().add(badge);
        }
        getChildren().addAll(top, model, chips, compared(money, moneyDelta), compared(speed, speedDelta));
        prefWidthProperty().bind(width.map(pixels -> pixels.doubleValue() - 16));
        roomy = width.map(pixels -> pixels.doubleValue() > spelledOut(results.metrics()));
        roomy.subscribe(this::spell);
        column.endedProperty().subscribe(ended -> show(column.summaryProperty().get()));
        column.summaryProperty().subscribe(this::show);
        baseline.summaryProperty()
                .subscribe(figures -> show(column.summaryProperty().get()));
    }

    private void show(@Nullable VariantSummary figures) {
        chips.getChildren().clear();
        if (figures == null) {
            money.setText(
                    Messages.get("results.progress", column.endedProperty().get(), column.cells()));
            speed.setText("");
            return;
        }
        for (String metric : results.metrics()) {
            chips.getChildren().add(chip(metric, figures));
        }
        if (figures.errors() > 0) {
            errors.setText(Messages.get("results.errors", figures.errors()));
            chips.getChildren().add(errors);
        }
        showMoney(figures);
        speed.setText(Messages.get(
                "results.speed", Figures.duration(figures.latencyMsP50()), Figures.duration(figures.latencyMsP95())));
        VariantSummary first = baseline.summaryProperty().get();
        if (column != baseline && first != null) {
            Delta.lower(first.costUsd(), figures.costUsd()).show(moneyDelta);
            Delta.lower(first.latencyMsP50(), figures.latencyMsP50()).show(speedDelta);
        }
    }

    private ScoreChip chip(String metric, VariantSummary figures) {
        OptionalDouble first = column == baseline
                ? OptionalDouble.empty()
                : mean(baseline.summaryProperty().get(), metric);
        var chip = new ScoreChip(metric);
        chip.show(mean(figures, metric), first);
        chip.spell(roomy.getValue());
        return chip;
    }

    private void spell(boolean full) {
        for (Node each : chips.getChildren()) {
            if (each instanceof ScoreChip chip) {
                chip.spell(full);
            }
        }
    }

    /** About what the chips need in pixels where they name their metrics in full, with room for a count of errors. */
    private static double spelledOut(List<String> metrics) {
        return metrics.stream().mapToInt(metric -> 8 * metric.length() + 96).sum() + 72;
    }

    private void showMoney(VariantSummary figures) {
        money.setText(Messages.get(
                "results.money",
                Figures.cost(figures.costUsd()),
                Figures.count(figures.inputTokens()),
                Figures.count(figures.outputTokens())));
        BigDecimal judged = figures.judgeCostUsd();
        money.getTooltip().setText(money.getText() + "\n" + Messages.get("results.judge.cost", Figures.cost(judged)));
    }

    private static HBox compared(Label figure, Label delta) {
        delta.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(figure, delta);
        line.getStyleClass().add("column-line");
        return line;
    }

    private static OptionalDouble mean(@Nullable VariantSummary figures, String metric) {
        Double value = figures == null ? null : figures.scores().get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Label line(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        var tip = new Tooltip();
        label.textProperty().subscribe(tip::setText);
        label.setTooltip(tip);
        return label;
    }
}
