package dev.assay.ui.prompts.inputs;

import dev.assay.ui.fx.Messages;
import java.util.ArrayList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The control that a field is filled in with. */
final class InputControl {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final int MOST_ROWS = 7;
    private static final int CHARACTERS_A_ROW = 44;

    private InputControl() {}

    static Node of(InputField field) {
        Node control = switch (field.kind()) {
            case BOOLEAN, CHOICE -> choice(field);
            case INTEGER, NUMBER -> typed(new TextField(), field);
            case ARRAY, OBJECT, JSON -> code(area(field));
            case TEXT -> area(field);
        };
        control.setAccessibleText(field.variable().name());
        control.setId("input-" + field.variable().name());
        field.problemProperty().subscribe(problem -> control.pseudoClassStateChanged(DANGER, !problem.isEmpty()));
        return control;
    }

    private static Node choice(InputField field) {
        var choice = new ComboBox<String>();
        var choices = new ArrayList<String>();
        if (!field.variable().required()) {
            choices.add("");
        }
        choices.addAll(field.choices());
        choice.getItems().setAll(choices);
        choice.setCellFactory(list -> new ChoiceCell(placeholder(field)));
        choice.setButtonCell(new ChoiceCell(placeholder(field)));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.valueProperty().bindBidirectional(field.textProperty());
        return choice;
    }

    /** A choice left open says so. */
    private static String placeholder(InputField field) {
        if (!field.defaultText().isEmpty()) {
            return Messages.get("prompts.default", field.defaultText());
        }
        return Messages.get(field.variable().required() ? "prompts.choose" : "prompts.unset");
    }

    private static TextArea area(InputField field) {
        var area = typed(new TextArea(), field);
        area.setWrapText(true);
        area.prefRowCountProperty().bind(field.textProperty().map(InputControl::rows));
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        return area;
    }

    private static Node code(TextArea area) {
        area.getStyleClass().add("monospace");
        return area;
    }

    private static <T extends TextInputControl> T typed(T control, InputField field) {
        control.setPromptText(
                field.defaultText().isEmpty() ? example(field) : Messages.get("prompts.default", field.defaultText()));
        control.textProperty().bindBidirectional(field.textProperty());
        return control;
    }

    private static String example(InputField field) {
        return switch (field.kind()) {
            case ARRAY -> Messages.get("prompts.array.example");
            case OBJECT -> "{\"\u2026\": \"\u2026\"}";
            default -> "";
        };
    }

    private static int rows(String text) {
        long rows = text.lines()
                .mapToLong(line -> 1 + line.length() / CHARACTERS_A_ROW)
                .limit(MOST_ROWS)
                .sum();
        return (int) Math.clamp(rows, 1, MOST_ROWS);
    }
}
