package dev.assay.exchange.conversion;

import java.util.List;

/**
 * What the user decides about an import.
 *
 * @param mapping what the columns of a table become
 * @param inputs the inputs that a table should fill; empty where it is for no prompt
 */
public record ImportOptions(ColumnMapping mapping, List<String> inputs) {

    /** Everything as the file has it. */
    public static final ImportOptions DEFAULTS = new ImportOptions(ColumnMapping.AS_IT_IS);

    public ImportOptions {
        inputs = List.copyOf(inputs);
    }

    /** Columns for no prompt in particular. */
    public ImportOptions(ColumnMapping mapping) {
        this(mapping, List.of());
    }
}
