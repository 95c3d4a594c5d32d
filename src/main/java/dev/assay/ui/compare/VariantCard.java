package dev.assay.ui.compare;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.VariantBadge;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card in which one variant is chosen. */
final class VariantCard extends VBox {
    private final SetupViewModel setup;
    private final VariantSetup variant;

    /**
     * @param index from 0; gives letter and colour
     * @param runColumn runs one variant alone, by its index
     */
    VariantCard(SetupViewModel setup, VariantSetup variant, int index, IntConsumer runColumn) {
        this.setup = setup;
        this.variant = variant;
        getStyleClass().addAll("variant-card", VariantBadge.colour(index));
        getChildren().addAll(top(index, runColumn), prompts(), revisions(), models(), parameters());
    }

    private HBox top(int index, IntConsumer runColumn) {
        String letter = String.valueOf((char) ('A' + index));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var top = new HBox(
                new VariantBadge(letter, index),
                gap,
                icon("fth-play", Messages.get("compare.run.only", letter), () -> runColumn.accept(index)),
                icon("fth-copy", Messages.get("compare.duplicate", letter), () -> setup.duplicate(variant)),
                icon("fth-x", Messages.get("compare.remove", letter), () -> setup.remove(variant)));
        top.getStyleClass().add("card-top");
        return top;
    }

    private ComboBox<String> prompts() {
        var prompts = wide(new ComboBox<>(setup.prompts()));
        prompts.valueProperty().bindBidirectional(variant.promptProperty());
        prompts.setPromptText(Messages.get("compare.prompt"));
        describe(prompts, Messages.get("compare.prompt"), variant.promptProperty());
        return prompts;
    }

    private ComboBox<RevisionChoice> revisions() {
        var revisions = wide(new ComboBox<>(variant.revisions()));
        revisions.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable RevisionChoice choice) {
                return choice == null ? "" : choice.label();
            }

            @Override
            public @Nullable RevisionChoice fromString(String text) {
                return null;
            }
        });
        revisions.valueProperty().bindBidirectional(variant.revisionProperty());
        describe(
                revisions,
                Messages.get("compare.revision.tip"),
                variant.revisionProperty().map(RevisionChoice::label));
        return revisions;
    }

    private ComboBox<ModelChoice> models() {
        var models = wide(new ComboBox<>(setup.models()));
        ModelCell.install(models);
        models.valueProperty().bindBidirectional(variant.modelProperty());
        models.setPromptText(Messages.get("compare.model"));
        describe(
                models,
                Messages.get("compare.model"),
                variant.modelProperty().map(choice -> choice.model() + "  " + choice.priceText()));
        return models;
    }

    private HBox parameters() {
        var temperature = field(Messages.get("compare.temperature"), Messages.get("compare.temperature.tip"));
        temperature.textProperty().bindBidirectional(variant.temperatureProperty());
        var maxTokens = field(Messages.get("compare.tokens"), Messages.get("compare.tokens.tip"));
        maxTokens.textProperty().bindBidirectional(variant.maxTokensProperty());
        var line = new HBox(temperature, maxTokens);
        line.getStyleClass().add("card-top");
        return line;
    }

    private static TextField field(String name, String tip) {
        var field = new TextField();
        field.setPromptText(name);
        field.setTooltip(new Tooltip(tip));
        field.setAccessibleText(name);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static Button icon(String literal, String tip, Runnable action) {
        var button = new Button(null, new FontIcon(literal));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static <T> ComboBox<T> wide(ComboBox<T> box) {
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(60);
        return box;
    }

    private static void describe(ComboBox<?> box, String what, ObservableValue<String> chosen) {
        var tip = new Tooltip();
        chosen.subscribe(text -> tip.setText(text == null ? what : what + ": " + text));
        box.setTooltip(tip);
        box.setAccessibleText(what);
    }
}
