package dev.assay.ui.prompts.inputs;

import dev.assay.prompt.PromptVariable;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One row a variable: its name, what it is, and a control that fits its type. */
public final class InputForm extends VBox {
    /** An empty form. */
    public InputForm() {
        getStyleClass().add("input-form");
    }

    /** Shows these fields. */
    public void show(List<? extends InputField> fields) {
        getChildren().setAll(fields.stream().map(InputForm::row).toList());
    }

    private static Node row(InputField field) {
        PromptVariable variable = field.variable();
        var name = new Label(variable.required() ? variable.name() + " *" : variable.name());
        name.getStyleClass().addAll("input-name", "monospace");
        name.setMinWidth(USE_PREF_SIZE);
        var hint = new Label(hint(variable));
        hint.getStyleClass().add("soft");
        hint.setMinWidth(0);
        if (variable.description() != null) {
            hint.setTooltip(new Tooltip(variable.description()));
        }
        var problem = new Label();
        problem.getStyleClass().add("input-problem");
        problem.setWrapText(true);
        Shown.text(problem, field.problemProperty());
        return new VBox(4, new HBox(8, name, hint), InputControl.of(field), problem);
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
