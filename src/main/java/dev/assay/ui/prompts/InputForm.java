package dev.assay.ui.prompts;

import dev.assay.prompt.PromptVariable;
import dev.assay.ui.fx.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One field a variable; a field grows with its text. */
public final class InputForm extends VBox {
    private static final int MOST_ROWS = 7;
    private static final int CHARACTERS_A_ROW = 44;

    /** An empty form. */
    public InputForm() {
        getStyleClass().add("input-form");
    }

    /** Shows these fields. */
    void show(List<? extends InputField> fields) {
        getChildren().setAll(fields.stream().map(InputForm::row).toList());
    }

    private static Node row(InputField field) {
        PromptVariable variable = field.variable();
        var name = new Label(variable.name());
        name.getStyleClass().addAll("input-name", "monospace");
        name.setMinWidth(USE_PREF_SIZE);
        var hint = new Label(hint(variable));
        hint.getStyleClass().add("soft");
        hint.setMinWidth(0);
        if (variable.description() != null) {
            hint.setTooltip(new Tooltip(variable.description()));
        }
        return new VBox(4, new HBox(8, name, hint), area(field));
    }

    private static TextArea area(InputField field) {
        var area = new TextArea();
        area.setWrapText(true);
        area.setPromptText(field.defaultText().isEmpty() ? "" : Messages.get("prompts.default", field.defaultText()));
        area.setAccessibleText(field.variable().name());
        area.setId("input-" + field.variable().name());
        area.textProperty().bindBidirectional(field.textProperty());
        area.prefRowCountProperty().bind(field.textProperty().map(InputForm::rows));
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        return area;
    }

    private static int rows(String text) {
        long rows = text.lines()
                .mapToLong(line -> 1 + line.length() / CHARACTERS_A_ROW)
                .limit(MOST_ROWS)
                .sum();
        return (int) Math.clamp(rows, 1, MOST_ROWS);
    }

    private static String hint(PromptVariable variable) {
        if (!variable.declared()) {
            return Messages.get("prompts.undeclared");
        }
        String type = variable.type() == null ? "" : variable.type();
        String described = variable.description() == null ? type : variable.description();
        if (!variable.used()) {
            return Messages.get("prompts.unused", described);
        }
        return variable.required() ? described : Messages.get("prompts.optional", described);
    }
}
