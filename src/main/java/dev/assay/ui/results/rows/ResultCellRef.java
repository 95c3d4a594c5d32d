package dev.assay.ui.results.rows;

/**
 * A cell with its row and column, as its details need them.
 *
 * @param row its case
 * @param column its variant
 */
public record ResultCellRef(ResultRow row, ResultColumn column) {
    /** The cell. */
    public ResultCell cell() {
        return row.cells().get(column.index());
    }
}
