package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetDocument;
import dev.assay.experiment.dataset.DatasetFile;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** A dataset while it is edited: what it held when it was read, and its rows as they are now. */
final class DatasetEditor {
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(0);
    private DatasetFile file;
    private DatasetDocument document;

    DatasetEditor(DatasetFile file, DatasetDocument document) {
        this.file = file;
        this.document = document;
    }

    /** The rows, to be read only: what changes them goes through {@link #edit}. */
    DatasetDocument document() {
        return document;
    }

    /** What it held when it was last read or written. */
    DatasetFile file() {
        return file;
    }

    /** Another number with every change. */
    ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    boolean isDirty() {
        return document.isDirty();
    }

    /** Changes the rows. */
    void edit(Consumer<DatasetDocument> change) {
        change.accept(document);
        touch();
    }

    /** Puts a text into a cell, as a value of the type that the prompt declares where the file can tell. */
    void set(int row, int column, String text, ColumnType type) {
        String before = document.value(row, column);
        if (!text.equals(before == null ? "" : before)) {
            edit(now -> now.set(
                    row, column, type.isAbsent(text) ? null : text, type.isJson(text, now.isJson(row, column))));
        }
    }

    /** Puts an empty row before the one at that place. */
    void addRow(int at) {
        int columns = document.columns().size();
        edit(now -> now.insert(at, List.of(Collections.nCopies(columns, "")), new boolean[columns]));
    }

    /** Takes note that the rows were written as they were then. */
    void written(DatasetFile now, DatasetDocument then) {
        file = now;
        if (then.text().equals(document.text())) {
            document.markSaved();
        }
        touch();
    }

    /** Both this and what another program has written, where they touch different rows. */
    Optional<DatasetEditor> merged(DatasetFile theirs) {
        return file.merge(document.text(), theirs).map(text -> {
            DatasetDocument both = DatasetDocument.parse(theirs.file().toString(), text);
            return new DatasetEditor(theirs, both);
        });
    }

    private void touch() {
        version.set(version.get() + 1);
    }
}
