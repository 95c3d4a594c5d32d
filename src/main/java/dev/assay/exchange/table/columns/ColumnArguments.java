package dev.assay.exchange.table.columns;

import dev.assay.exchange.conversion.ColumnMapping;
import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import java.util.List;

/** Reads what becomes of columns as it is written on a command line: {@code column=input}. */
public final class ColumnArguments {
    private ColumnArguments() {}

    /**
     * A mapping with these changes.
     *
     * @param header the names of the columns
     * @param changes each {@code column=input}, {@code column=expected}, or {@code column=} to leave it out; a column
     *     without a name is named by its number, from 1
     * @throws InputException where there is no such column
     */
    public static ColumnMapping read(ColumnMapping mapping, List<String> header, List<String> changes) {
        ColumnMapping changed = mapping;
        for (String change : changes) {
            int equals = change.lastIndexOf('=');
            if (equals <= 0) {
                throw new InputException("--map " + change + " names no column and input: write COLUMN=INPUT, "
                        + "COLUMN=expected, or COLUMN= to leave a column out");
            }
            changed = changed.with(
                    column(header, change.substring(0, equals).strip()),
                    change.substring(equals + 1).strip());
        }
        return changed;
    }

    private static int column(List<String> header, String name) {
        List<String> names = header.stream().map(String::strip).toList();
        int index = names.indexOf(name);
        if (index >= 0) {
            return index;
        }
        if (name.matches("[0-9]{1,6}") && Integer.parseInt(name) >= 1 && Integer.parseInt(name) <= names.size()) {
            return Integer.parseInt(name) - 1;
        }
        throw new InputException("There is no column '" + name + "'" + NearestName.hint(name, names)
                + ": the table has "
                + String.join(", ", names.stream().filter(one -> !one.isEmpty()).toList()));
    }
}
