package dev.assay.ui.results.pane;

import dev.assay.experiment.CacheUse;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Verdict;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the cases say, one sentence a line. Takes no room while there is nothing to say. */
public final class VerdictBar extends VBox {
    private static final int MOST_LINES = 3;
    private static final double SCROLLED_HEIGHT = 96;

    /** An empty bar; {@link #show} fills it. */
    public VerdictBar() {
        getStyleClass().add("verdict-bar");
        show(null);
    }

    /** Shows the verdicts of a comparison; null for none. */
    public void show(@Nullable Comparison comparison) {
        List<Verdict> verdicts = comparison == null ? List.of() : comparison.verdicts();
        var lines = new VBox();
        lines.getStyleClass().add("verdict-lines");
        lines.getChildren().setAll(verdicts.stream().map(VerdictBar::line).toList());
        if (comparison != null && CacheUse.of(comparison).any()) {
            lines.getChildren().add(line(CacheUse.of(comparison)));
        }
        boolean silent = lines.getChildren().isEmpty();
        getChildren().setAll(verdicts.size() > MOST_LINES ? scrolling(lines) : lines);
        setVisible(!silent);
        setManaged(!silent);
    }

    /** Many sentences must not push the grid out of the window. */
    private static Node scrolling(VBox lines) {
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(SCROLLED_HEIGHT);
        scroll.setPrefHeight(SCROLLED_HEIGHT);
        return scroll;
    }

    private static Node line(Verdict verdict) {
        HBox line = line(icon(verdict.kind()), verdict.sentence());
        line.getStyleClass().add(verdict.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return line;
    }

    private static Node line(CacheUse cache) {
        String all = Messages.get("results.cache", cache.answers(), cache.judgements(), Figures.cost(cache.savedUsd()));
        return line(
                "fth-database",
                cache.semantic() == 0 ? all : Messages.get("results.cache.semantic", all, cache.semantic()));
    }

    private static HBox line(String icon, String text) {
        var sentence = new Label(text);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        var line = new HBox(new FontIcon(icon), sentence);
        line.getStyleClass().add("verdict");
        return line;
    }

    private static String icon(Verdict.Kind kind) {
        return switch (kind) {
            case BETTER, BETTER_BUT_SMALL -> "fth-trending-up";
            case WORSE, WORSE_BUT_SMALL -> "fth-trending-down";
            case NO_PRACTICAL_DIFFERENCE, IDENTICAL -> "fth-minus";
            case TOO_CLOSE_TO_CALL, TOO_FEW_CASES, UNSCORED -> "fth-help-circle";
        };
    }
}
