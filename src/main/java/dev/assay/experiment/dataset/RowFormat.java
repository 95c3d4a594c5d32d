package dev.assay.experiment.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How rows are written: reads their values and changes one without touching the others. */
sealed interface RowFormat permits CsvFormat, JsonLinesFormat {

    /** The rows of a text, without the header. */
    Parsed parse(String file, String text);

    /**
     * What a file consists of.
     *
     * @param header the row of names, or null where rows name their values themselves
     * @param columns names in order; of a table as the header has them, stripped
     * @param rows in order
     * @param tail the blank lines after the last row
     */
    record Parsed(@Nullable Row header, List<String> columns, List<Row> rows, String tail) {}

    /** The values by column; null where the row has none. A table's row may have more of them than there are columns. */
    List<@Nullable Cell> cells(Row row, List<String> columns);

    /**
     * The row with another value.
     *
     * @param value null takes the value away
     * @param json whether a text that is a value of JSON is meant as one
     */
    String set(Row row, List<String> columns, int column, @Nullable String value, boolean json);

    /** The row with the values of a column and its name, where rows have names, taken out. */
    String remove(Row row, List<String> columns, int column);

    /** The row with room for a column at that place. */
    String add(Row row, List<String> columns, int column);

    /** The row where a column has another name. */
    String rename(Row row, List<String> columns, int column, String name);

    /** A row with these values; may be shorter than there are columns. */
    String make(List<String> columns, List<? extends @Nullable String> values, boolean[] json);
}
