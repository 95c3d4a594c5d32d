package dev.assay.ui.exchange.imports;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A column of a table that is about to be imported.
 *
 * @param index its place, from 0
 * @param name its name in the file, or a made up one where it has none
 * @param values its first values in one line
 * @param target what it becomes: an input, {@code expected}, its own name, or empty to leave it out; writable
 */
record ColumnRow(int index, String name, String values, StringProperty target) {
    ColumnRow(int index, String name, String values, String target) {
        this(index, name, values, new SimpleStringProperty(target));
    }
}
