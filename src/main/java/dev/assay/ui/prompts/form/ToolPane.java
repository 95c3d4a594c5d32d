package dev.assay.ui.prompts.form;

import dev.assay.ui.fx.Messages;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The tools that a prompt defines itself: one card each. */
public final class ToolPane extends VBox {
    /** An empty list of tools. */
    public ToolPane() {
        getStyleClass().add("schema-fields");
    }

    /** Shows the tools of a form. */
    void show(FormViewModel form) {
        Runnable fill = () -> getChildren()
                .setAll(form.toolDefs().stream().map(tool -> card(tool, form)).toList());
        form.toolDefs().addListener((ListChangeListener<ToolRow>) change -> fill.run());
        fill.run();
    }

    private static Node card(ToolRow tool, FormViewModel form) {
        var name = FieldBox.line("", Messages.get("form.field.name"), "", tool.name());
        name.lookupAll(".text-field").forEach(field -> field.getStyleClass().add("monospace"));
        HBox.setHgrow(name, Priority.ALWAYS);
        var head = new HBox(name, SchemaPane.button("fth-trash-2", "form.remove", () -> form.removeTool(tool)));
        head.getStyleClass().add("schema-line");
        var schema = FieldBox.area("", Messages.get("form.tool.schema"), "", 4, tool.inputSchema());
        schema.lookupAll(".text-area").forEach(area -> area.getStyleClass().add("monospace"));
        var card = new VBox(
                head, FieldBox.line("", Messages.get("form.field.description"), "", tool.description()), schema);
        card.getStyleClass().add("schema-card");
        return card;
    }
}
