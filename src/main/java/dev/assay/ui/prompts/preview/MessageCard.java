package dev.assay.ui.prompts.preview;

import dev.assay.llm.ContentPart;
import dev.assay.llm.Role;
import dev.assay.ui.fx.Messages;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One message of the preview: role, tokens and text. */
public final class MessageCard extends VBox {
    /** Laying out longer texts as one block would stall the window. */
    private static final int SHOWN = 20_000;

    MessageCard(Preview.Part part) {
        getStyleClass().add("message-card");
        String text = part.message().parts().stream().map(MessageCard::text).collect(Collectors.joining());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var tokens = new Label(Amounts.tokens(part.tokens()));
        tokens.getStyleClass().add("soft");
        Amounts.explain(tokens, part.tokens());
        var head = new HBox(badge(part.message().role()), gap, tokens, copyButton(text));
        head.getStyleClass().add("message-head");
        var body = new Label(shortened(text));
        body.setWrapText(true);
        body.getStyleClass().add("message-text");
        // A wrapped label in a column may otherwise be squeezed to one line.
        body.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(head, body);
    }

    private static Label badge(Role role) {
        String word = role.name().toLowerCase(Locale.ROOT);
        var badge = new Label(word);
        badge.getStyleClass().addAll("role-badge", "role-" + word);
        return badge;
    }

    /** A part of a message as text. */
    public static String text(ContentPart part) {
        return switch (part) {
            case ContentPart.Text text -> text.text();
            case ContentPart.Media media -> Messages.get("prompts.media", media.url());
            case ContentPart.ToolCall call -> call.name() + " " + call.arguments();
            case ContentPart.ToolResult result -> result.content();
            case ContentPart.Reasoning reasoning -> reasoning.text();
        };
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN
                ? text
                : text.substring(0, SHOWN) + "\n" + Messages.get("prompts.more", text.length() - SHOWN);
    }

    private static Button copyButton(String text) {
        var copy = new Button(null, new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("button-icon", "flat", "small");
        copy.setAccessibleText(Messages.get("prompts.copy"));
        copy.setTooltip(new Tooltip(Messages.get("prompts.copy")));
        copy.setOnAction(event -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }
}
