package dev.assay.ui.prompts.form;

import dev.assay.ui.fx.Shown;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/** A control with its caption above and what is wrong with its text below. */
final class FieldBox extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private FieldBox(String caption, Node control, FormField field) {
        getStyleClass().add("form-field");
        if (!caption.isEmpty()) {
            var label = new Label(caption);
            label.getStyleClass().add("form-caption");
            label.setMinWidth(0);
            label.setLabelFor(control);
            getChildren().add(label);
        }
        var problem = new Label();
        problem.getStyleClass().add("input-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        Shown.text(problem, field.problemProperty());
        field.problemProperty().subscribe(why -> control.pseudoClassStateChanged(DANGER, !why.isEmpty()));
        getChildren().addAll(control, problem);
    }

    /** One line. */
    static FieldBox line(String caption, String prompt, String id, FormField field) {
        return typed(caption, prompt, id, new TextField(), field);
    }

    /** Several lines. */
    static FieldBox area(String caption, String prompt, String id, int rows, FormField field) {
        var area = new TextArea();
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        return typed(caption, prompt, id, area, field);
    }

    private static FieldBox typed(String caption, String prompt, String id, TextInputControl control, FormField field) {
        control.setPromptText(prompt);
        control.setId(id);
        control.setAccessibleText(caption.isEmpty() ? prompt : caption);
        control.textProperty().bindBidirectional(field.textProperty());
        leaving(control, field);
        if (control instanceof TextField line) {
            line.setOnAction(event -> field.commit());
        }
        return new FieldBox(caption, control, field);
    }

    /** A choice that may be typed too. */
    static FieldBox choice(String caption, ComboBox<String> choice, FormField field) {
        choice.setEditable(true);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(caption);
        choice.getEditor().textProperty().bindBidirectional(field.textProperty());
        return new FieldBox(caption, choice, field);
    }

    private static void leaving(Node control, FormField field) {
        control.focusedProperty().subscribe((before, now) -> {
            if (!now) {
                field.commit();
            }
        });
    }
}
