package dev.assay.ui.datasets;

import javafx.collections.ObservableListBase;

/** The rows of a table by their numbers, however many there are: nothing is kept for any of them. */
final class RowNumbers extends ObservableListBase<Integer> {
    private final int size;

    RowNumbers(int size) {
        this.size = size;
    }

    @Override
    public Integer get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        return index;
    }

    @Override
    public int size() {
        return size;
    }
}
