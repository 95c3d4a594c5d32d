package dev.assay.ui.prompts.preview;

import dev.assay.pricing.CallEstimate;
import dev.assay.ui.fx.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** For each chosen model: the price of one call, and a bar that shows how full its context window gets. */
public final class CallPane extends VBox {
    private static final PseudoClass NEARLY = PseudoClass.getPseudoClass("nearly");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double NEARLY_FULL = 0.8;

    /** Without models yet. */
    public CallPane() {
        getStyleClass().add("calls");
    }

    /** Shows calls, in order. */
    void show(List<CallEstimate> calls) {
        getChildren().setAll(calls.stream().map(CallPane::row).toList());
    }

    private static Node row(CallEstimate call) {
        var name = new Label(call.model().toString());
        name.getStyleClass().add("call-model");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var price = new Label(Amounts.of(call));
        price.setMinWidth(USE_PREF_SIZE);
        var tokens = new Label(Amounts.tokens(call.input()));
        Amounts.explain(tokens, call.input());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var window = new Label(Amounts.window(call));
        window.getStyleClass().add("call-window");
        List.of(price, tokens, window).forEach(label -> label.getStyleClass().add("soft"));
        var row = new VBox(new HBox(8, name, price), bar(call), new HBox(8, tokens, gap, window));
        row.getStyleClass().add("call");
        double share = call.share().orElse(0.0);
        row.pseudoClassStateChanged(NEARLY, share > NEARLY_FULL && share <= 1);
        row.pseudoClassStateChanged(OVER, share > 1);
        return row;
    }

    /** Input first, then what is kept free for the answer. */
    private static Node bar(CallEstimate call) {
        double all = Math.min(1, call.share().orElse(0.0));
        double input = call.window() == null
                ? 0
                : Math.min(1, call.window().share(call.input().tokens(), 0));
        var bar = new StackPane(segment("call-reserved", all), segment("call-input", input));
        bar.getStyleClass().add("call-bar");
        bar.setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        bar.setAccessibleText(Amounts.window(call));
        bar.getChildren()
                .forEach(part -> ((Region) part)
                        .maxWidthProperty()
                        .bind(Bindings.createDoubleBinding(
                                () -> bar.getWidth() * (double) part.getUserData(), bar.widthProperty())));
        Tooltip.install(
                bar,
                new Tooltip(
                        call.reserved() == null
                                ? Messages.get("preview.window.input")
                                : Messages.get("preview.window.reserved", call.reserved())));
        return bar;
    }

    private static Region segment(String style, double share) {
        var segment = new Region();
        segment.getStyleClass().add(style);
        segment.setUserData(share);
        segment.setMinWidth(share > 0 ? 2 : 0);
        return segment;
    }
}
