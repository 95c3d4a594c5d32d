package dev.assay.ui.results.detail;

import dev.assay.llm.Message;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.ScoreChip;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Builds the blocks that the details stack up. */
public final class DetailBlocks {
    private DetailBlocks() {}

    /** One message of the prompt under its role. */
    public static Node message(Message message) {
        String role = message.role().name().toLowerCase(Locale.ROOT);
        return block(styled(role, "role", "role-" + role), styled(message.text().strip(), "block-text"));
    }

    /** One score with its reason and what the judge replied. */
    static Node score(Detail.ScoreDetail score) {
        var heading = new HBox(
                styled(ScoreChip.capitalised(score.metric()), "block-heading"), styled(score.value(), "score-value"));
        heading.getStyleClass().add("block-top");
        VBox block = block(heading, styled(score.reason(), "block-text"));
        block.getChildren().add(styled(score.judge(), "soft"));
        for (String reply : score.rawReplies()) {
            block.getChildren().add(styled(Messages.get("detail.raw.reply"), "soft"));
            block.getChildren().add(styled(reply, "monospace", "raw-reply"));
        }
        return block;
    }

    /** One line that the user should know. */
    public static Node note(String text) {
        return styled(text, "soft");
    }

    private static VBox block(Node top, Node body) {
        var block = new VBox(top, body);
        block.getStyleClass().add("detail-block");
        return block;
    }

    private static Label styled(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
