package dev.assay.ui.results.grid;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.rows.ResultCellRef;
import dev.assay.ui.results.rows.ResultColumn;
import dev.assay.ui.results.rows.ResultRow;
import dev.assay.ui.results.rows.ResultsViewModel;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The grid itself. Only the cells in sight exist, rows and columns alike, so that thousands of cases of a dozen variants
 * stay smooth; headings stay in place above, the case and the baseline at the left.
 */
public final class ResultGrid extends Region {
    private static final double BAR = 12;

    private final ScrollBar down = bar(Orientation.VERTICAL);
    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final GridPane frozen = new GridPane();
    private final GridPane moving = new GridPane();
    private final Label none = new Label(Messages.get("results.none"));
    private final ReadOnlyObjectWrapper<@Nullable ResultCellRef> current = new ReadOnlyObjectWrapper<>();
    private List<ResultColumn> columns = List.of();
    private @Nullable ResultsViewModel results;

    /** A grid without columns; {@link #bind} fills it. */
    public ResultGrid() {
        getStyleClass().add("result-grid");
        none.getStyleClass().add("soft");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        getChildren().addAll(moving, frozen, down, across, none);
        for (ScrollBar each : List.of(down, across)) {
            each.valueProperty().subscribe(this::requestLayout);
        }
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        GridKeys.install(this);
        focusedProperty().subscribe(focused -> showCurrent());
    }

    private static ScrollBar bar(Orientation orientation) {
        var bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setFocusTraversable(false);
        return bar;
    }

    /** Shows a view-model's rows and columns. */
    public void bind(ResultsViewModel shown) {
        results = shown;
        shown.shown().addListener((ListChangeListener<ResultRow>) change -> rowsChanged());
        shown.columns().addListener((ListChangeListener<ResultColumn>) change -> lay());
        lay();
    }

    private ResultsViewModel results() {
        if (results == null) {
            throw new IllegalStateException("The grid has no content yet");
        }
        return results;
    }

    private void lay() {
        current.set(null);
        across.setValue(0);
        down.setValue(0);
        columns = List.copyOf(results().columns());
        boolean pinned = columns.size() > 1 && columns.getFirst().index() == 0;
        frozen.lay(results(), pinned ? columns.subList(0, 1) : List.of(), true);
        moving.lay(results(), pinned ? columns.subList(1, columns.size()) : columns, false);
        rowsChanged();
    }

    private void rowsChanged() {
        ResultCellRef at = current.get();
        if (at != null && !results().shown().contains(at.row())) {
            current.set(null);
        }
        showCurrent();
        requestLayout();
    }

    private void scroll(ScrollEvent event) {
        down.setValue(Math.clamp(down.getValue() - event.getDeltaY(), 0, down.getMax()));
        across.setValue(Math.clamp(across.getValue() - event.getDeltaX(), 0, across.getMax()));
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - BAR;
        int count = results == null ? 0 : results.shown().size();
        var metrics = GridMetrics.of(width, columns.size(), frozen.variants() > 0);
        double frozenWidth = metrics.caseWidth() + frozen.variants() * metrics.columnWidth();
        double movingWidth = moving.variants() * metrics.columnWidth();
        boolean wide = movingWidth > width - frozenWidth + 0.5;
        double height = getHeight() - (wide ? BAR : 0);
        double head = Math.max(frozen.headHeight(metrics), moving.headHeight(metrics));
        range(across, movingWidth, width - frozenWidth);
        range(down, count * GridMetrics.ROW_HEIGHT, height - head);
        across.setVisible(wide);
        frozen.resizeRelocate(0, 0, frozenWidth, height);
        moving.resizeRelocate(frozenWidth, 0, Math.max(0, width - frozenWidth), height);
        frozen.arrange(metrics, head, 0, down.getValue());
        moving.arrange(metrics, head, wide ? across.getValue() : 0, down.getValue());
        down.resizeRelocate(width, head, BAR, Math.max(0, height - head));
        across.resizeRelocate(frozenWidth, height, Math.max(0, width - frozenWidth), BAR);
        none.setVisible(count == 0);
        none.autosize();
        none.relocate((width - none.getWidth()) / 2, head + 32);
    }

    private static void range(ScrollBar bar, double content, double room) {
        bar.setMax(Math.max(0, content - room));
        bar.setVisibleAmount(content <= 0 ? 0 : bar.getMax() * Math.min(1, room / content));
        bar.setUnitIncrement(GridMetrics.ROW_HEIGHT / 2);
        bar.setBlockIncrement(Math.max(GridMetrics.ROW_HEIGHT, room - GridMetrics.ROW_HEIGHT));
        if (bar.getValue() > bar.getMax()) {
            bar.setValue(bar.getMax());
        }
    }

    /** Moves the current cell by rows and columns, as far as there are any. */
    void move(int rows, int across) {
        List<ResultRow> all = results().shown();
        if (all.isEmpty() || columns.isEmpty()) {
            return;
        }
        ResultCellRef at = current.get();
        int row = at == null ? 0 : all.indexOf(at.row()) + rows;
        int column = at == null ? 0 : columns.indexOf(at.column()) + across;
        focus(Math.clamp(row, 0, all.size() - 1), Math.clamp(column, 0, columns.size() - 1));
    }

    /** Makes a cell current and brings it into sight; both count from 0, among what is shown. */
    public void focus(int row, int column) {
        make(new ResultCellRef(results().shown().get(row), columns.get(column)));
        double top = row * GridMetrics.ROW_HEIGHT;
        double room = down.getHeight();
        double least = Math.max(0, top + GridMetrics.ROW_HEIGHT - room);
        down.setValue(Math.clamp(down.getValue(), least, Math.max(least, top)));
        int place = column - frozen.variants();
        if (place >= 0) {
            double width = GridMetrics.of(getWidth() - BAR, columns.size(), frozen.variants() > 0)
                    .columnWidth();
            double left = place * width;
            across.setValue(Math.clamp(
                    across.getValue(),
                    Math.max(0, left + width - moving.getWidth()),
                    Math.max(left, left + width - moving.getWidth())));
        }
    }

    private void make(ResultCellRef cell) {
        current.set(cell);
        showCurrent();
        if (results().chosenProperty().get() != null) {
            results().choose(cell);
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** Opens the details of a cell that was clicked. */
    void open(ResultCellRef cell) {
        make(cell);
        results().choose(cell);
    }

    /** Opens the details of the current cell. */
    void open() {
        ResultCellRef at = current.get();
        if (at != null) {
            results().choose(at);
        }
    }

    /** Opens the current cell where it differs from another text. */
    void compare() {
        if (current.get() != null) {
            results().differenceProperty().set(true);
            open();
        }
    }

    /** Offers the figures of the current column to sort the rows by. */
    void sort() {
        ResultCellRef at = current.get();
        ResultColumn column = at == null ? columns.getFirst() : at.column();
        int place = columns.indexOf(column) - frozen.variants();
        GridPane side = place < 0 ? frozen : moving;
        side.heading(place < 0 ? 0 : place).ifPresent(head -> SortMenu.show(head, results(), column));
    }

    /** Lets the user vote on the answers. */
    void vote() {
        results().vote();
    }

    private void showCurrent() {
        frozen.mark(current.get(), isFocused());
        moving.mark(current.get(), isFocused());
    }

    /** Rows in sight at once, 1 or more. */
    int page() {
        return Math.max(1, (int) (down.getHeight() / GridMetrics.ROW_HEIGHT));
    }

    /** The cell that keys act on, or null. */
    public ReadOnlyObjectProperty<@Nullable ResultCellRef> currentProperty() {
        return current.getReadOnlyProperty();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, @Nullable Object... parameters) {
        ResultCellRef at = current.get();
        return attribute == AccessibleAttribute.TEXT && at != null
                ? CellWords.of(at)
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
