package dev.assay.ui.prompts.assist;

import dev.assay.prompt.Diagnostic;
import dev.assay.prompt.Severity;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The problems of the open prompt below a line that counts them; takes no room where there are none. */
public final class ProblemPane extends VBox {
    private final Label count = new Label();
    private final ProblemList list = new ProblemList();

    /** A pane without problems. */
    public ProblemPane() {
        getStyleClass().add("problem-pane");
        count.getStyleClass().add("problem-count");
        count.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(count, list);
        Shown.set(this, false);
    }

    /** Hears the problem that the user clicks on, or chooses and presses Enter. */
    public void onChoose(Consumer<Diagnostic> action) {
        list.onChoose(action);
    }

    /** Hears the problem that the user wants mended. */
    public void onMend(Consumer<Diagnostic> action) {
        list.onMend(action);
    }

    /** Shows problems instead of those before. */
    public void show(List<Diagnostic> problems) {
        list.show(problems);
        count.setText(summary(problems));
        Shown.set(this, !problems.isEmpty());
    }

    static String summary(List<Diagnostic> problems) {
        var parts = new ArrayList<String>();
        add(parts, count(problems, Severity.ERROR), "prompts.problems.error", "prompts.problems.errors");
        add(parts, count(problems, Severity.WARNING), "prompts.problems.warning", "prompts.problems.warnings");
        add(parts, count(problems, Severity.INFO), "prompts.problems.hint", "prompts.problems.hints");
        return String.join(", ", parts);
    }

    private static long count(List<Diagnostic> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    private static void add(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(count == 1 ? text(one) : Messages.get(many, count));
        }
    }

    private static String text(String key) {
        return Messages.get(key);
    }
}
