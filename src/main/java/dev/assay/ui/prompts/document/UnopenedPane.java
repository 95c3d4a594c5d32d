package dev.assay.ui.prompts.document;

import dev.assay.registry.StoredPrompt;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says in the place of the editor why a prompt cannot be opened. It is there only then. */
public final class UnopenedPane extends VBox {
    private static final double WIDTH = 460;

    private final DocumentViewModel document;
    private final Label title = new Label();
    private final Label problem = new Label();
    private final Button back = new Button();

    /** Stands for the document whenever that cannot be shown. */
    public UnopenedPane(DocumentViewModel document) {
        this.document = document;
        getStyleClass().addAll("empty-state", "unopened");
        var icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().addAll("empty-icon", "danger");
        title.getStyleClass().add("empty-title");
        title.setAlignment(Pos.CENTER);
        problem.getStyleClass().add("unopened-problem");
        var kept = new Label(Messages.get("prompts.unopened.kept"));
        kept.getStyleClass().add("empty-text");
        for (Label label : new Label[] {title, problem, kept}) {
            label.setWrapText(true);
            label.setMaxWidth(WIDTH);
        }
        var again = new Button(Messages.get("prompts.unopened.again"));
        again.setId("openAgain");
        again.setOnAction(event -> document.retry());
        back.setOnAction(event -> document.dismiss());
        var actions = new HBox(again, back);
        actions.getStyleClass().add("actions");
        getChildren().setAll(icon, title, problem, kept, actions);
        document.unopenedProperty().subscribe(this::show);
    }

    private void show(@Nullable Unopened unopened) {
        Shown.set(this, unopened != null);
        StoredPrompt before = document.storedProperty().get();
        Shown.set(back, before != null);
        back.setText(
                before == null
                        ? ""
                        : Messages.get("prompts.unopened.back", before.ref().name()));
        if (unopened != null) {
            title.setText(Messages.get("prompts.unopened", unopened.name()));
            problem.setText(unopened.problem());
        }
    }
}
