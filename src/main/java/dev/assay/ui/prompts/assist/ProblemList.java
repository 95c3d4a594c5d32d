package dev.assay.ui.prompts.assist;

import dev.assay.prompt.Diagnostic;
import dev.assay.ui.fx.Shown;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/** The problems of the open prompt; takes no room where there are none. */
public final class ProblemList extends ListView<Diagnostic> {
    private static final double LINE = 28;
    private static final int LINES = 4;

    private Consumer<Diagnostic> chooser = problem -> {};
    private Consumer<Diagnostic> mender = problem -> {};

    /** An empty list. */
    public ProblemList() {
        getStyleClass().add("problems");
        setFixedCellSize(LINE);
        setCellFactory(list -> new ProblemCell(problem -> mender.accept(problem)));
        setOnMouseClicked(event -> choose());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
            }
        });
        Shown.set(this, false);
    }

    /** Hears the problem that the user clicks on, or chooses and presses Enter. */
    void onChoose(Consumer<Diagnostic> action) {
        chooser = action;
    }

    /** Hears the problem that the user wants mended. */
    void onMend(Consumer<Diagnostic> action) {
        mender = action;
    }

    void show(List<Diagnostic> problems) {
        getItems().setAll(problems);
        setPrefHeight(Math.min(problems.size(), LINES) * LINE + 2);
        Shown.set(this, !problems.isEmpty());
    }

    private void choose() {
        Diagnostic chosen = getSelectionModel().getSelectedItem();
        if (chosen != null) {
            chooser.accept(chosen);
        }
    }
}
