package dev.assay.ui.results.grid;

import dev.assay.history.Cell;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.AnswerFigures;
import dev.assay.ui.results.ScoreChip;
import dev.assay.ui.results.rows.Attempt;
import dev.assay.ui.results.rows.CellState;
import dev.assay.ui.results.rows.ResultCell;
import dev.assay.ui.results.rows.ResultCellRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** One answer in the grid: its text, clamped, its scores and its figures. Follows the cell while it runs. */
final class AnswerCell extends Region {
    private static final int SHOWN_CHARACTERS = 600;
    private static final double SIDE = 12;
    private static final double TOP = 8;
    private static final double GAP = 4;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("grid-focused");

    private final List<ScoreChip> scores;
    private final Label text = new Label();
    private final HBox chips = new HBox();
    private final Label footer = new Label();
    private Subscription watching = Subscription.EMPTY;
    private @Nullable ResultCellRef shown;
    private String state = "";

    AnswerCell(List<String> metrics) {
        // Not managed: what happens in a cell must not lay out the whole grid.
        setManaged(false);
        scores = metrics.stream().map(ScoreChip::new).toList();
        getStyleClass().addAll("grid-cell", "answer");
        text.getStyleClass().add("answer-text");
        text.setWrapText(true);
        chips.getStyleClass().add("chips");
        chips.getChildren().setAll(scores);
        footer.getStyleClass().add("answer-footer");
        getChildren().addAll(text, chips, footer);
    }

    /** Shows a cell and follows it. */
    void show(ResultCellRef ref) {
        watching.unsubscribe();
        shown = ref;
        ResultCell item = ref.cell();
        watching = item.attemptsProperty().subscribe(attempts -> render(item));
        ResultCell baseline = item.baseline();
        if (baseline != null) {
            watching = watching.and(baseline.attemptsProperty().subscribe(() -> renderScores(item)));
        }
        setVisible(true);
    }

    /** Shows nothing. */
    void clear() {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        shown = null;
        setVisible(false);
    }

    /** The cell that is shown. */
    Optional<ResultCellRef> shown() {
        return Optional.ofNullable(shown);
    }

    void mark(boolean current, boolean focused) {
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(FOCUSED, current && focused);
    }

    private void render(ResultCell item) {
        Attempt front = item.front();
        mark(item.state());
        String answer =
                front.text().isBlank() ? placeholder(front) : front.text().strip();
        text.setText(answer.length() <= SHOWN_CHARACTERS ? answer : answer.substring(0, SHOWN_CHARACTERS) + "\u2026");
        renderScores(item);
        footer.setText(footer(item));
    }

    private void mark(CellState now) {
        String next = now.name().toLowerCase(Locale.ROOT);
        if (next.equals(state)) {
            return;
        }
        if (!state.isEmpty()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(state), false);
        }
        pseudoClassStateChanged(PseudoClass.getPseudoClass(next), true);
        state = next;
    }

    private void renderScores(ResultCell item) {
        boolean judged = item.cells().stream().anyMatch(cell -> !cell.scores().isEmpty());
        boolean judging = item.state() == CellState.JUDGING && !scores.isEmpty();
        chips.setVisible(judged || judging);
        if (judged) {
            scores.forEach(chip -> chip.show(item.score(chip.metric()), item.baselineScore(chip.metric())));
        } else if (judging) {
            scores.forEach(ScoreChip::await);
        }
    }

    private static String footer(ResultCell item) {
        Attempt front = item.front();
        if (!front.state().isEnded()) {
            return front.text().isBlank() ? "" : progress(front);
        }
        Cell cell = front.cell();
        String figures = cell == null ? "" : AnswerFigures.line(cell);
        int repeats = item.attempts().size();
        return repeats == 1
                ? figures
                : Messages.get("results.repeats", figures, item.cells().size(), repeats);
    }

    private static String placeholder(Attempt attempt) {
        return attempt.state() == CellState.DONE ? Messages.get("results.empty.answer") : progress(attempt);
    }

    private static String progress(Attempt attempt) {
        if (!attempt.waiting().isEmpty()) {
            return attempt.waiting();
        }
        return attempt.state() == CellState.STREAMING && attempt.rate() > 0
                ? Messages.get("results.state.streaming.rate", attempt.rate())
                : CellWords.name(attempt.state());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * SIDE;
        double foot = footer.prefHeight(-1);
        double line = chips.prefHeight(-1);
        double bottom = getHeight() - TOP - foot;
        footer.resizeRelocate(SIDE, bottom, width, foot);
        chips.resizeRelocate(SIDE, bottom - GAP - line, width, line);
        text.resizeRelocate(SIDE, TOP, width, bottom - 2 * GAP - TOP - (chips.isVisible() ? line : 0));
    }
}
