package dev.assay.ui.compare;

import dev.assay.ui.fx.Messages;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A column that says what cases share, or that the dataset says so itself. */
final class ColumnName extends StringConverter<String> {
    @Override
    public String toString(@Nullable String column) {
        return column == null || column.isEmpty() ? Messages.get("compare.cluster.none") : column;
    }

    @Override
    public String fromString(String text) {
        throw new UnsupportedOperationException("Columns are chosen");
    }
}
