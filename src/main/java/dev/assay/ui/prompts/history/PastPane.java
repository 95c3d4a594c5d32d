package dev.assay.ui.prompts.history;

import dev.assay.ui.editor.Analysis;
import dev.assay.ui.editor.FindBar;
import dev.assay.ui.editor.LineNumbers;
import dev.assay.ui.editor.LiveColours;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.fx.Tasks;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The text of an earlier version, to read, in place of the editor. It is there only while there is such a text. */
public final class PastPane extends VBox {
    private final Label title = new Label();
    private final PromptEditor viewer = new PromptEditor();

    /** Shows what the user looks at in the history. */
    public PastPane(HistoryViewModel history, Tasks tasks) {
        viewer.setId("viewer");
        viewer.with(new LiveColours(Analysis::ofColours, tasks))
                .with(new LineNumbers())
                .with(new FindBar());
        viewer.area().setEditable(false);
        VBox.setVgrow(viewer, Priority.ALWAYS);
        getChildren().setAll(line(history), viewer);
        history.viewedProperty().subscribe(this::show);
    }

    private HBox line(HistoryViewModel history) {
        title.setMinWidth(0);
        var close = new Button(Messages.get("prompts.past.close"));
        close.getStyleClass().add("small");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> history.closeView());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(new FontIcon("fth-clock"), title, gap, close);
        line.getStyleClass().add("past-line");
        return line;
    }

    private void show(HistoryViewModel.@Nullable Past past) {
        Shown.set(this, past != null);
        if (past != null) {
            title.setText(Messages.get(
                    "prompts.past", past.revision().shortId(), past.revision().subject()));
            viewer.open(past.text());
        }
    }
}
