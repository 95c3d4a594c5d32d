package dev.assay.ui.prompts.preview;

import dev.assay.history.Invocation;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The answer of a trial with its figures; there from the first trial on. */
public final class AnswerPane extends VBox {
    private static final double HEIGHT = 150;
    private static final double BUSY = 14;

    private final Label figures = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Label problem = new Label();
    private final ToggleButton formatted = new ToggleButton(Messages.get("detail.formatted"));
    private final TextArea answer = new TextArea();

    /** An empty pane. */
    public AnswerPane() {
        getStyleClass().add("answer-pane");
        var title = new Label(Messages.get("prompts.answer"));
        title.getStyleClass().add("section-title");
        busy.setMaxSize(BUSY, BUSY);
        figures.getStyleClass().add("soft");
        figures.setId("figures");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        formatted.getStyleClass().addAll("quiet-toggle", "small");
        formatted.setSelected(true);
        formatted.setTooltip(new Tooltip(Messages.get("detail.formatted.tip")));
        title.setMinWidth(USE_PREF_SIZE);
        formatted.setMinWidth(USE_PREF_SIZE);
        figures.setMinWidth(0);
        figures.textProperty().subscribe(text -> figures.setTooltip(text.isEmpty() ? null : new Tooltip(text)));
        var head = new HBox(title, busy, gap, formatted);
        head.getStyleClass().add("section-head");
        problem.getStyleClass().add("problem-line");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        answer.setId("answer");
        answer.setEditable(false);
        answer.setWrapText(true);
        answer.setMinHeight(HEIGHT);
        Shown.bind(figures, figures.textProperty().isNotEmpty());
        getChildren().setAll(head, figures, problem, answer);
    }

    void show(TryViewModel trial) {
        Shown.bind(this, trial.stateProperty().isNotEqualTo(TryViewModel.State.IDLE));
        Shown.bind(busy, trial.stateProperty().isEqualTo(TryViewModel.State.RUNNING));
        Shown.text(problem, trial.problemProperty());
        Shown.bind(formatted, trial.indentedProperty().isNotEmpty());
        answer.textProperty()
                .bind(Bindings.when(formatted
                                .selectedProperty()
                                .and(trial.indentedProperty().isNotEmpty()))
                        .then(trial.indentedProperty())
                        .otherwise(trial.answerProperty()));
        figures.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> figures(trial), trial.invocationProperty(), trial.stateProperty()));
    }

    private static String figures(TryViewModel trial) {
        if (trial.stateProperty().get() == TryViewModel.State.STOPPED) {
            return Messages.get("prompts.try.stopped");
        }
        Invocation call = trial.invocationProperty().get();
        return call == null ? "" : Amounts.of(call);
    }
}
