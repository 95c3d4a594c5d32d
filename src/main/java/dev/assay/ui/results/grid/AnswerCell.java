package dev.assay.ui.results.grid;

import dev.assay.history.Cell;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.AnswerFigures;
import dev.assay.ui.results.ScoreChip;
import dev.assay.ui.results.rows.Attempt;
import dev.assay.ui.results.rows.CellState;
import dev.assay.ui.results.rows.ResultCell;
import dev.assay.ui.results.rows.ResultRow;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** One answer in the grid: its text, clamped, its scores and its figures. Follows the cell while it runs. */
final class AnswerCell extends TableCell<ResultRow, ResultCell> {
    private static final int SHOWN_CHARACTERS = 600;
    private static final int TIP_CHARACTERS = 2000;
    private static final double SIDES = 24;

    private final List<ScoreChip> scores;
    private final Label text = new Label();
    private final HBox chips = new HBox();
    private final Label footer = new Label();
    private final VBox box = new VBox(text, chips, footer);
    private final Tooltip whole = new Tooltip();
    private Subscription watching = Subscription.EMPTY;
    private String state = "";

    AnswerCell(List<String> metrics) {
        scores = metrics.stream().map(ScoreChip::new).toList();
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("answer-cell");
        text.getStyleClass().add("answer-text");
        text.setWrapText(true);
        VBox.setVgrow(text, Priority.ALWAYS);
        chips.getStyleClass().add("chips");
        chips.getChildren().setAll(scores);
        footer.getStyleClass().add("answer-footer");
        box.getStyleClass().add("answer");
        box.prefWidthProperty().bind(widthProperty().subtract(SIDES));
        box.prefHeightProperty().bind(heightProperty().subtract(16));
        whole.setWrapText(true);
        whole.setMaxWidth(560);
    }

    @Override
    protected void updateItem(@Nullable ResultCell item, boolean empty) {
        super.updateItem(item, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setGraphic(box);
        watching = item.attemptsProperty().subscribe(attempts -> render(item));
        ResultCell baseline = item.baseline();
        if (baseline != null) {
            watching = watching.and(baseline.attemptsProperty().subscribe(() -> renderScores(item)));
        }
    }

    private void render(ResultCell item) {
        Attempt front = item.front();
        mark(item.state());
        String shown =
                front.text().isBlank() ? placeholder(front) : front.text().strip();
        text.setText(cut(shown, SHOWN_CHARACTERS));
        whole.setText(cut(shown, TIP_CHARACTERS));
        setTooltip(front.text().isBlank() ? null : whole);
        renderScores(item);
        footer.setText(footer(item));
    }

    private void mark(CellState now) {
        String next = now.name().toLowerCase(Locale.ROOT);
        if (!state.isEmpty()) {
            box.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), false);
        }
        box.pseudoClassStateChanged(PseudoClass.getPseudoClass(next), true);
        state = next;
    }

    private void renderScores(ResultCell item) {
        boolean judged = item.cells().stream().anyMatch(cell -> !cell.scores().isEmpty());
        chips.setVisible(judged);
        if (judged) {
            scores.forEach(chip -> chip.show(item.score(chip.metric()), item.baselineScore(chip.metric())));
        }
    }

    private String footer(ResultCell item) {
        Attempt front = item.front();
        if (!front.state().isEnded()) {
            return front.text().isBlank() ? "" : progress(front);
        }
        Cell cell = front.cell();
        String figures = cell == null ? "" : AnswerFigures.line(cell);
        return item.attempts().size() == 1
                ? figures
                : Messages.get(
                        "results.repeats",
                        figures,
                        item.cells().size(),
                        item.attempts().size());
    }

    private static String placeholder(Attempt attempt) {
        return attempt.state() == CellState.DONE ? Messages.get("results.empty.answer") : progress(attempt);
    }

    private static String progress(Attempt attempt) {
        return attempt.waiting().isEmpty() ? stateName(attempt.state()) : attempt.waiting();
    }

    private static String stateName(CellState state) {
        return switch (state) {
            case QUEUED -> Messages.get("results.state.queued");
            case STREAMING -> Messages.get("results.state.streaming");
            case JUDGING -> Messages.get("results.state.judging");
            case DONE -> Messages.get("results.state.done");
            case FAILED -> Messages.get("results.state.failed");
            case CANCELLED -> Messages.get("results.state.cancelled");
        };
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "\u2026";
    }
}
