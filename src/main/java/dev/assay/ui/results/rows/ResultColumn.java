package dev.assay.ui.results.rows;

import dev.assay.history.Cell;
import dev.assay.history.RunVariant;
import dev.assay.ui.fx.Messages;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One variant of the grid with its figures. */
public final class ResultColumn {
    private final int index;
    private final RunVariant variant;
    private final int cells;
    private final ReadOnlyIntegerWrapper ended = new ReadOnlyIntegerWrapper(0);
    private final ColumnTally tally = new ColumnTally();
    private final ReadOnlyObjectWrapper<@Nullable ColumnFigures> figures = new ReadOnlyObjectWrapper<>();

    ResultColumn(int index, RunVariant variant, int cells) {
        this.index = index;
        this.variant = variant;
        this.cells = cells;
    }

    /** From 0; the first is the baseline. */
    public int index() {
        return index;
    }

    /** What runs here. */
    public RunVariant variant() {
        return variant;
    }

    /** Number of cells, repeats included. */
    public int cells() {
        return cells;
    }

    /** The model and the prompt's revision, for the user. */
    public String subtitle() {
        String revision = variant.revision();
        return Messages.get(
                "results.variant",
                variant.model(),
                revision == null ? Messages.get("results.working.copy") : shortened(revision));
    }

    /** Cells that have ended. */
    public ReadOnlyIntegerProperty endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** The figures; null until the run has ended. */
    public ReadOnlyObjectProperty<@Nullable ColumnFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** What it amounts to so far; changes with {@link #endedProperty()}. */
    public ColumnTally tally() {
        return tally;
    }

    void count(Cell cell) {
        tally.add(cell);
    }

    /** Makes visible what was counted. */
    void publish() {
        ended.set(tally.ended());
    }

    void summarise(ColumnFigures all) {
        figures.set(all);
    }

    private static String shortened(String revision) {
        return revision.length() > 7 ? revision.substring(0, 7) : revision;
    }
}
