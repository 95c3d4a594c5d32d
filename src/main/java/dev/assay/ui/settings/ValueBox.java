package dev.assay.ui.settings;

import dev.assay.ui.fx.Shown;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A value with its name above and what is wrong with it below. It is saved on Enter and when the focus leaves it. */
final class ValueBox extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    ValueBox(String name, ValueModel value, Runnable save) {
        var caption = new Label(name);
        caption.getStyleClass().add("form-caption");
        var field = new TextField();
        field.setAccessibleText(name);
        field.textProperty().bindBidirectional(value.textProperty());
        field.promptTextProperty().bind(value.usualProperty());
        field.setOnAction(event -> save.run());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                save.run();
            }
        });
        caption.setLabelFor(field);
        var problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("field-problem");
        Shown.text(problem, value.problemProperty());
        value.problemProperty().subscribe(text -> field.pseudoClassStateChanged(WRONG, !text.isEmpty()));
        getStyleClass().add("form-field");
        getChildren().setAll(caption, field, problem);
    }
}
