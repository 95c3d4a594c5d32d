package dev.assay.ui.settings;

import dev.assay.ui.fx.Shown;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A value with its name above and what is wrong with it below. It is saved on Enter and when the focus leaves it. */
final class ValueBox extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final int LINES = 3;

    private ValueBox(String name, ValueModel value, Control input) {
        var caption = new Label(name);
        caption.getStyleClass().add("form-caption");
        input.setAccessibleText(name);
        caption.setLabelFor(input);
        var problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("field-problem");
        Shown.text(problem, value.problemProperty());
        value.problemProperty().subscribe(text -> input.pseudoClassStateChanged(WRONG, !text.isEmpty()));
        getStyleClass().add("form-field");
        getChildren().setAll(caption, input, problem);
    }

    /** A value on one line. */
    static ValueBox line(String name, ValueModel value, Runnable save) {
        var field = new TextField();
        field.setOnAction(event -> save.run());
        return new ValueBox(name, value, typed(field, value, save));
    }

    /** A value of several lines, where Enter begins another one. */
    static ValueBox lines(String name, ValueModel value, Runnable save) {
        var area = new TextArea();
        area.setPrefRowCount(LINES);
        return new ValueBox(name, value, typed(area, value, save));
    }

    private static Control typed(TextInputControl input, ValueModel value, Runnable save) {
        input.textProperty().bindBidirectional(value.textProperty());
        input.promptTextProperty().bind(value.usualProperty());
        input.focusedProperty().subscribe(focused -> {
            if (!focused) {
                save.run();
            }
        });
        return input;
    }

    /** One of some values, or none, for what is usual; saved when it is chosen. */
    static ValueBox choice(String name, ValueModel value, List<String> choices, Runnable save) {
        var box = new ComboBox<String>();
        var all = new ArrayList<>(List.of(""));
        all.addAll(choices);
        box.getItems().setAll(all);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String choice) {
                return choice == null || choice.isEmpty()
                        ? value.usualProperty().get()
                        : choice;
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.valueProperty().bindBidirectional(value.textProperty());
        box.setOnAction(event -> save.run());
        return new ValueBox(name, value, box);
    }
}
