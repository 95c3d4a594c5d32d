package dev.assay.ui.prompts.form;

import dev.assay.prompt.edit.SchemaEntry;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The fields of a schema: one card each. */
public final class SchemaPane extends VBox {
    /** An empty list of fields. */
    public SchemaPane() {
        getStyleClass().add("schema-fields");
    }

    /** Shows the fields of a schema; {@code reveal} shows a place of the file in the editor. */
    void show(SchemaViewModel schema, FormViewModel form, Consumer<List<String>> reveal) {
        Runnable fill = () -> getChildren()
                .setAll(schema.rows().stream()
                        .map(row -> card(row, schema, form, reveal))
                        .toList());
        schema.rows().addListener((ListChangeListener<SchemaRow>) change -> fill.run());
        fill.run();
    }

    private static Node card(SchemaRow row, SchemaViewModel schema, FormViewModel form, Consumer<List<String>> reveal) {
        var name = FieldBox.line("", Messages.get("form.field.name"), "", row.name());
        name.lookupAll(".text-field").forEach(field -> field.getStyleClass().add("monospace"));
        HBox.setHgrow(name, Priority.ALWAYS);
        var head = new HBox(name, buttons(row, schema));
        var kind = new HBox(type(row), required(row));
        head.getStyleClass().add("schema-line");
        kind.getStyleClass().add("schema-line");
        var card = new VBox(head, kind);
        card.getStyleClass().add("schema-card");
        SchemaEntry entry = row.entryProperty().get();
        Node options = FieldBox.line("", Messages.get("form.field.options"), "", row.options());
        Shown.bind(options, row.entryProperty().map(now -> now.type().equals("enum")));
        Node description = FieldBox.line("", Messages.get("form.field.description"), "", row.description());
        Shown.bind(description, row.entryProperty().map(now -> !now.nested()));
        card.getChildren().addAll(description, options);
        if (schema.hasDefaults()) {
            Node value = FieldBox.line("", Messages.get("form.field.default"), "", row.defaultValue());
            Shown.bind(value, row.entryProperty().map(now -> !now.nested()));
            HBox.setHgrow(value, Priority.ALWAYS);
            kind.getChildren().add(value);
        }
        if (entry.nested()) {
            card.getChildren().add(nested(row, schema, form, reveal));
        }
        return card;
    }

    private static Node type(SchemaRow row) {
        var type = new ComboBox<String>();
        type.getItems().setAll(SchemaEntry.TYPES);
        type.setAccessibleText(Messages.get("form.field.type"));
        type.getStyleClass().add("schema-type");
        row.entryProperty().subscribe(entry -> {
            type.setValue(entry.type());
            type.setDisable(entry.nested());
        });
        type.setOnAction(event -> row.choose(type.getValue()));
        return type;
    }

    private static Node required(SchemaRow row) {
        var required = new CheckBox(Messages.get("form.field.required"));
        required.setMinWidth(USE_PREF_SIZE);
        row.entryProperty().subscribe(entry -> required.setSelected(!entry.optional()));
        required.setOnAction(event -> row.require(required.isSelected()));
        return required;
    }

    private static Node buttons(SchemaRow row, SchemaViewModel schema) {
        var buttons = new HBox(
                button("fth-chevron-up", "form.up", () -> schema.move(row, -1)),
                button("fth-chevron-down", "form.down", () -> schema.move(row, 1)),
                button("fth-trash-2", "form.remove", () -> schema.remove(row)));
        buttons.setMinWidth(USE_PREF_SIZE);
        return buttons;
    }

    /** A small button with an icon only. */
    static Button button(String icon, String key, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(Messages.get(key));
        button.setTooltip(new Tooltip(Messages.get(key)));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Node nested(
            SchemaRow row, SchemaViewModel schema, FormViewModel form, Consumer<List<String>> reveal) {
        List<String> path = schema.pathOf(row);
        var yaml = new Label(form.yaml(path));
        yaml.getStyleClass().addAll("monospace", "schema-yaml");
        yaml.setMaxWidth(Double.MAX_VALUE);
        row.entryProperty().subscribe(entry -> yaml.setText(form.yaml(schema.pathOf(row))));
        var link = new Hyperlink(Messages.get("form.field.nested"));
        link.setOnAction(event -> reveal.accept(schema.pathOf(row)));
        return new VBox(yaml, link);
    }
}
