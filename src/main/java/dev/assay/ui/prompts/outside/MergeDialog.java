package dev.assay.ui.prompts.outside;

import dev.assay.registry.merge.Choice;
import dev.assay.registry.merge.MergedText;
import dev.assay.ui.editor.merge.ConflictCards;
import dev.assay.ui.editor.merge.Decisions;
import dev.assay.ui.editor.merge.Sides;
import dev.assay.ui.fx.Messages;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Lets the user decide the places that both the editor and another program changed. */
final class MergeDialog {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 520;
    private static final double SPACING = 12;

    private MergeDialog() {}

    /** The text as the user decided it; empty where they did not. */
    static Optional<String> ask(Window owner, MergedText text) {
        var decisions = new Decisions();
        decisions.show(text);
        var use = new ButtonType(Messages.get("outside.conflicts.use"), ButtonData.OK_DONE);
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("outside.conflicts.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().setContent(content(decisions));
        dialog.getDialogPane().getButtonTypes().setAll(use, ButtonType.CANCEL);
        dialog.getDialogPane().setPrefSize(WIDTH, Math.min(HEIGHT, owner.getHeight()));
        Node using = dialog.getDialogPane().lookupButton(use);
        using.setId("useMerge");
        using.disableProperty().bind(decisions.decidedProperty().not());
        return dialog.showAndWait().filter(use::equals).flatMap(pressed -> decisions.settled());
    }

    private static Node content(Decisions decisions) {
        var what = new Label(Messages.get("outside.conflicts.text"));
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        var all = new HBox(
                SPACING,
                all(decisions, Choice.OURS, Messages.get("outside.conflicts.mine")),
                all(decisions, Choice.THEIRS, Messages.get("outside.conflicts.theirs")));
        var cards = new ConflictCards(decisions, Sides.ofEditorAndFile());
        VBox.setVgrow(cards, Priority.ALWAYS);
        var content = new VBox(SPACING, what, all, cards);
        content.setPadding(new Insets(16, 16, 0, 16));
        return content;
    }

    private static Button all(Decisions decisions, Choice choice, String label) {
        var button = new Button(label);
        button.setOnAction(event -> decisions.chooseAll(choice));
        return button;
    }
}
