package dev.assay.ui.prompts.preview;

import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.results.JsonText;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The tools that go along with a prompt; takes no room where there are none. */
public final class ToolList extends VBox {
    private List<Preview.ToolPart> shown = List.of();

    /** An empty list. */
    public ToolList() {
        getStyleClass().add("messages");
        Shown.set(this, false);
    }

    void show(List<Preview.ToolPart> tools, ToolChoice choice) {
        Shown.set(this, !tools.isEmpty());
        var title = new Label(Messages.get("preview.tools", tools.size()));
        title.getStyleClass().add("section-title");
        var rule = new Label(rule(choice));
        rule.getStyleClass().add("soft");
        var head = new HBox(title, space(), rule);
        head.getStyleClass().add("section-head");
        // An opened schema stays open while the prompt around it is written.
        if (getChildren().isEmpty() || !tools.equals(shown)) {
            getChildren().setAll(head);
            tools.forEach(tool -> getChildren().add(card(tool)));
        } else {
            getChildren().set(0, head);
        }
        shown = tools;
    }

    private static Node card(Preview.ToolPart part) {
        Tool tool = part.tool();
        var name = new Label(tool.name());
        name.getStyleClass().add("tool-name");
        name.setMinWidth(0);
        var tokens = new Label(Amounts.tokens(part.tokens()));
        tokens.getStyleClass().add("soft");
        tokens.setMinWidth(USE_PREF_SIZE);
        tokens.setTooltip(new Tooltip(Messages.get("preview.tools.estimate")));
        var schema = new ToggleButton(Messages.get("preview.tools.schema"));
        schema.getStyleClass().addAll("quiet-toggle", "small", "tool-schema");
        schema.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(name, space(), tokens, schema);
        head.getStyleClass().add("message-head");
        var description = wrapped(tool.description(), "message-text");
        Shown.set(description, !tool.description().isBlank());
        var code = wrapped(JsonText.indented(tool.inputSchema()).orElse(tool.inputSchema()), "monospace", "tool-code");
        Shown.bind(code, schema.selectedProperty());
        var card = new VBox(head, description, code);
        card.getStyleClass().add("message-card");
        return card;
    }

    private static Label wrapped(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static Region space() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static String rule(ToolChoice choice) {
        return switch (choice) {
            case ToolChoice.Auto auto -> Messages.get("preview.tools.auto");
            case ToolChoice.None none -> Messages.get("preview.tools.none");
            case ToolChoice.Required required -> Messages.get("preview.tools.required");
            case ToolChoice.Named named -> Messages.get("preview.tools.named", named.name());
        };
    }
}
