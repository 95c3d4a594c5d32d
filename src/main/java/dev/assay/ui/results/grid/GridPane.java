package dev.assay.ui.results.grid;

import dev.assay.ui.results.rows.ResultCellRef;
import dev.assay.ui.results.rows.ResultColumn;
import dev.assay.ui.results.rows.ResultRow;
import dev.assay.ui.results.rows.ResultsViewModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** One side of the grid, with headings: what stays in place, or what scrolls sideways. Uses its cells again. */
final class GridPane extends Pane {
    private final Pane heads = clipped();
    private final Pane body = clipped();
    private final Map<ResultCellRef, AnswerCell> answers = new HashMap<>();
    private final Deque<AnswerCell> spare = new ArrayDeque<>();
    private final Map<ResultRow, CaseCell> cases = new HashMap<>();
    private final Deque<CaseCell> spareCases = new ArrayDeque<>();
    private List<ColumnHeader> headers = List.of();
    private List<ResultColumn> columns = List.of();
    private CaseHeader caseHeader = new CaseHeader(null);
    private @Nullable ResultsViewModel results;
    private @Nullable ResultCellRef current;
    private boolean focused;
    private boolean withCases;

    GridPane() {
        heads.getStyleClass().add("grid-heads");
        getChildren().addAll(body, heads);
    }

    private static Pane clipped() {
        var pane = new Pane() {
            @Override
            protected void layoutChildren() {
                // The grid places them: a pane would give each its preferred size again.
            }
        };
        var clip = new Rectangle();
        clip.widthProperty().bind(pane.widthProperty());
        clip.heightProperty().bind(pane.heightProperty());
        pane.setClip(clip);
        return pane;
    }

    /** Shows other columns; cells of before are of no use for them. */
    void lay(ResultsViewModel shown, List<ResultColumn> variants, boolean cases) {
        results = shown;
        columns = List.copyOf(variants);
        withCases = cases;
        headers.forEach(ColumnHeader::dispose);
        headers =
                columns.stream().map(column -> new ColumnHeader(column, shown)).toList();
        caseHeader.dispose();
        caseHeader = new CaseHeader(shown);
        heads.getChildren().setAll(headers);
        if (withCases) {
            heads.getChildren().add(caseHeader);
        }
        answers.values().forEach(AnswerCell::clear);
        answers.clear();
        spare.clear();
        this.cases.clear();
        spareCases.clear();
        body.getChildren().clear();
    }

    /** The heading of a column, from 0. */
    Optional<ColumnHeader> heading(int column) {
        return column < headers.size() ? Optional.of(headers.get(column)) : Optional.empty();
    }

    int variants() {
        return columns.size();
    }

    double headHeight(GridMetrics metrics) {
        return headers.stream()
                .mapToDouble(head -> Math.ceil(head.prefHeight(metrics.columnWidth())))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        // See arrange: a pane would shrink the body, whose cells are not managed, to nothing.
    }

    /** Puts in place what is in sight. */
    void arrange(GridMetrics metrics, double head, double left, double top) {
        double offset = withCases ? metrics.caseWidth() : 0;
        heads.resizeRelocate(0, 0, getWidth(), head);
        body.resizeRelocate(0, head, getWidth(), Math.max(0, getHeight() - head));
        double width = metrics.columnWidth();
        for (int i = 0; i < headers.size(); i++) {
            headers.get(i).resizeRelocate(offset + i * width - left, 0, width, head);
        }
        caseHeader.resizeRelocate(0, 0, metrics.caseWidth(), head);
        List<ResultRow> rows = results == null ? List.of() : results.shown();
        int from = (int) (top / GridMetrics.ROW_HEIGHT);
        int to = Math.min(rows.size(), (int) Math.ceil((top + body.getHeight()) / GridMetrics.ROW_HEIGHT));
        int first = Math.max(0, (int) (left / width));
        int last = Math.min(columns.size(), (int) Math.ceil((left + getWidth() - offset) / width));
        List<ResultRow> inSight = rows.subList(Math.min(from, to), to);
        release(inSight, columns.subList(Math.min(first, last), last));
        for (int row = from; row < to; row++) {
            double y = row * GridMetrics.ROW_HEIGHT - top;
            if (withCases) {
                caseCell(rows.get(row)).resizeRelocate(0, y, metrics.caseWidth(), GridMetrics.ROW_HEIGHT);
            }
            for (int column = first; column < last; column++) {
                answer(new ResultCellRef(rows.get(row), columns.get(column)))
                        .resizeRelocate(offset + column * width - left, y, width, GridMetrics.ROW_HEIGHT);
            }
        }
    }

    private void release(List<ResultRow> rows, List<ResultColumn> inSight) {
        Set<ResultRow> kept = new HashSet<>(rows);
        for (ResultCellRef key : new ArrayList<>(answers.keySet())) {
            if (!kept.contains(key.row()) || !inSight.contains(key.column())) {
                AnswerCell cell = Objects.requireNonNull(answers.remove(key));
                cell.clear();
                spare.push(cell);
            }
        }
        for (ResultRow row : new ArrayList<>(cases.keySet())) {
            if (!kept.contains(row)) {
                CaseCell cell = Objects.requireNonNull(cases.remove(row));
                cell.setVisible(false);
                spareCases.push(cell);
            }
        }
    }

    private AnswerCell answer(ResultCellRef ref) {
        return answers.computeIfAbsent(ref, key -> {
            AnswerCell cell = spare.poll();
            if (cell == null) {
                cell = new AnswerCell(results == null ? List.of() : results.metrics());
                body.getChildren().add(cell);
            }
            cell.show(key);
            cell.mark(key.equals(current), focused);
            dress(cell);
            return cell;
        });
    }

    private CaseCell caseCell(ResultRow row) {
        return cases.computeIfAbsent(row, key -> {
            CaseCell cell = spareCases.poll();
            if (cell == null) {
                cell = new CaseCell();
                body.getChildren().add(cell);
            }
            cell.show(key);
            dress(cell);
            return cell;
        });
    }

    /** Cells come in the middle of a layout, after the styles of this frame: without theirs they would be blank in it. */
    private static void dress(Parent cell) {
        cell.applyCss();
        cell.layout();
    }

    /** Shows which cell is the current one. */
    void mark(@Nullable ResultCellRef at, boolean gridFocused) {
        current = at;
        focused = gridFocused;
        answers.forEach((ref, cell) -> cell.mark(ref.equals(at), gridFocused));
    }
}
