package dev.assay.ui.results.grid;

import dev.assay.experiment.VariantSummary;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Delta;
import dev.assay.ui.results.Figures;
import dev.assay.ui.results.ScoreChip;
import dev.assay.ui.results.VariantBadge;
import dev.assay.ui.results.rows.ColumnFigures;
import dev.assay.ui.results.rows.ResultColumn;
import dev.assay.ui.results.rows.ResultsViewModel;
import dev.assay.ui.results.rows.RowFilter;
import dev.assay.ui.results.rows.SortKey;
import dev.assay.ui.results.rows.SortKey.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The heading of a variant's column: what ran, and its figures over all cases. A click on a figure sorts by it. */
final class ColumnHeader extends VBox {
    private final ResultColumn column;
    private final ResultColumn baseline;
    private final ResultsViewModel results;
    private final FlowPane chips = new FlowPane();
    private final Label money = figure();
    private final Label moneyDelta = delta();
    private final Label speed = figure();
    private final Label speedDelta = delta();
    private final Label tokens = figure();
    private final Label errors = new Label();
    private final Label ended = figure();
    private Subscription watching;

    ColumnHeader(ResultColumn column, ResultsViewModel results) {
        this.column = column;
        this.results = results;
        baseline = results.columns().getFirst();
        setManaged(false);
        getStyleClass().addAll("grid-head", VariantBadge.colour(column.index()));
        chips.getStyleClass().add("head-chips");
        errors.getStyleClass().add("error-chip");
        errors.setMinWidth(USE_PREF_SIZE);
        sorts(money, Figure.COST);
        sorts(speed, Figure.LATENCY);
        sorts(tokens, Figure.TOKENS);
        Clicks.on(
                errors,
                Messages.get("results.errors.tip"),
                () -> results.filterProperty().set(RowFilter.ERRORS));
        for (String metric : results.metrics()) {
            var chip = new ScoreChip(metric);
            chip.spell(results.metrics().size() < 3);
            Clicks.on(chip, null, () -> results.sort(new SortKey(column.index(), Figure.SCORE, metric, false)));
            chips.getChildren().add(chip);
        }
        getChildren()
                .addAll(
                        top(),
                        subtitle(),
                        chips,
                        line(ended),
                        line(money, moneyDelta),
                        line(speed, speedDelta),
                        line(tokens));
        watching = column.endedProperty().subscribe(count -> show());
        watching = watching.and(column.figuresProperty().subscribe(figures -> show()));
        watching = watching.and(baseline.figuresProperty().subscribe(figures -> show()));
        watching = watching.and(results.sortedProperty().subscribe(by -> show()));
    }

    void dispose() {
        watching.unsubscribe();
    }

    private HBox top() {
        var title = new Label(column.variant().prompt());
        title.getStyleClass().add("column-title");
        title.setTooltip(new Tooltip(column.variant().prompt()));
        var top = new HBox(new VariantBadge(column.variant().label(), column.index()), title);
        top.getStyleClass().add("column-top");
        if (column.index() == 0 && results.columns().size() > 1) {
            var badge = new Label(Messages.get("results.baseline"));
            badge.getStyleClass().add("baseline-badge");
            badge.setMinWidth(USE_PREF_SIZE);
            top.getChildren().add(badge);
        }
        return top;
    }

    private Label subtitle() {
        Label model = figure();
        model.setText(column.subtitle());
        model.setTooltip(new Tooltip(column.subtitle()));
        return model;
    }

    private void sorts(Label label, Figure figure) {
        Clicks.on(
                label,
                Messages.get("results.sort.tip"),
                () -> results.sort(new SortKey(column.index(), figure, null, false)));
    }

    private void show() {
        ColumnFigures figures = column.figuresProperty().get();
        boolean whole = figures != null;
        int failed =
                figures == null ? column.tally().errors() : figures.summary().errors();
        errors.setText(Messages.get("results.errors", failed));
        boolean listed = chips.getChildren().contains(errors);
        if (failed > 0 && !listed) {
            chips.getChildren().add(errors);
        }
        showScores(figures);
        shown(ended, !whole);
        shown(speed, whole);
        shown(tokens, whole);
        if (figures == null) {
            ended.setText(
                    Messages.get("results.progress", column.endedProperty().get(), column.cells()));
            money.setText(Figures.cost(column.tally().costUsd()));
            return;
        }
        showFigures(figures.summary());
        ColumnFigures first = baseline.figuresProperty().get();
        if (column != baseline && first != null) {
            Delta.lower(first.summary().costUsd(), figures.summary().costUsd()).show(moneyDelta);
            Delta.lower(first.summary().latencyMsP50(), figures.summary().latencyMsP50())
                    .show(speedDelta);
        }
    }

    private void showScores(@Nullable ColumnFigures figures) {
        ColumnFigures first = baseline.figuresProperty().get();
        for (var each : chips.getChildren()) {
            if (each instanceof ScoreChip chip) {
                String metric = chip.metric();
                OptionalDouble mean = figures == null ? column.tally().mean(metric) : mean(figures, metric);
                chip.show(
                        mean,
                        column == baseline || first == null ? OptionalDouble.empty() : mean(first, metric),
                        figures == null ? null : figures.intervals().get(metric));
                chip.mark(arrow(Figure.SCORE, metric));
            }
        }
    }

    private void showFigures(VariantSummary figures) {
        BigDecimal sum = figures.costUsd();
        int answered = figures.cases() - figures.errors();
        money.setText((sum == null || answered == 0
                        ? Figures.cost(sum)
                        : Messages.get(
                                "results.money",
                                Figures.cost(sum),
                                Figures.cost(sum.divide(BigDecimal.valueOf(answered), MathContext.DECIMAL32))))
                + arrow(Figure.COST, null));
        BigDecimal judged = figures.judgeCostUsd();
        money.getTooltip()
                .setText(Messages.get("results.judge.cost", Figures.cost(judged)) + "\n"
                        + Messages.get("results.sort.tip"));
        speed.setText(Messages.get(
                        "results.speed",
                        Figures.duration(figures.latencyMsP50()),
                        Figures.duration(figures.latencyMsP95()))
                + arrow(Figure.LATENCY, null));
        tokens.setText(Messages.get(
                        "results.tokens", Figures.count(figures.inputTokens()), Figures.count(figures.outputTokens()))
                + arrow(Figure.TOKENS, null));
    }

    private String arrow(Figure figure, @Nullable String metric) {
        SortKey by = results.sortedProperty().get();
        if (by == null
                || by.column() != column.index()
                || by.figure() != figure
                || (metric != null && !metric.equals(by.metric()))) {
            return "";
        }
        return by.descending() ? " \u2193" : " \u2191";
    }

    private static void shown(Label label, boolean is) {
        label.setVisible(is);
        label.getParent().setVisible(is);
        label.setManaged(is);
        label.getParent().setManaged(is);
    }

    private static HBox line(Label... parts) {
        var line = new HBox(parts);
        line.getStyleClass().add("column-line");
        return line;
    }

    private static OptionalDouble mean(ColumnFigures figures, String metric) {
        Double value = figures.summary().scores().get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Label figure() {
        var label = new Label();
        label.getStyleClass().add("column-figures");
        return label;
    }

    private static Label delta() {
        var label = new Label();
        label.getStyleClass().add("delta");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
