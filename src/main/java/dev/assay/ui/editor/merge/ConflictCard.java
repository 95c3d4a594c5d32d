package dev.assay.ui.editor.merge;

import dev.assay.registry.merge.Choice;
import dev.assay.registry.merge.MergedText.Conflict;
import dev.assay.ui.fx.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Both sides of a conflict, with a button for each answer. */
final class ConflictCard extends VBox {
    private static final double SIDE = 280;

    ConflictCard(Decision decision, Sides sides) {
        super(8);
        getStyleClass().add("conflict-card");
        Conflict conflict = decision.conflict();
        var name = new Label(conflict.key().isEmpty() ? Messages.get("conflicts.lines") : conflict.name());
        name.getStyleClass().add("section-title");
        var answers = new HBox(8);
        var group = new ToggleGroup();
        for (Choice choice : Choice.values()) {
            if (choice.fits(conflict)) {
                answers.getChildren().add(button(decision, choice, sides, group));
            }
        }
        var both = new HBox(
                8,
                side(sides.ours(), conflict.value(conflict.ours())),
                side(sides.theirs(), conflict.value(conflict.theirs())));
        getChildren().setAll(name, both, answers);
    }

    private static ToggleButton button(Decision decision, Choice choice, Sides sides, ToggleGroup group) {
        var button = new ToggleButton(
                switch (choice) {
                    case OURS -> sides.takeOurs();
                    case THEIRS -> sides.takeTheirs();
                    case BOTH -> sides.takeBoth();
                });
        button.setToggleGroup(group);
        button.setOnAction(event -> decision.choiceProperty().set(button.isSelected() ? choice : null));
        decision.choiceProperty().subscribe(chosen -> button.setSelected(chosen == choice));
        return button;
    }

    private static VBox side(String title, String text) {
        var head = new Label(title);
        head.getStyleClass().add("soft");
        var value = new Label(text.isEmpty() ? Messages.get("conflicts.nothing") : text);
        value.getStyleClass().add(text.isEmpty() ? "soft" : "monospace");
        value.setWrapText(true);
        var side = new VBox(4, head, value);
        side.getStyleClass().add("conflict-side");
        side.setPrefWidth(SIDE);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }
}
