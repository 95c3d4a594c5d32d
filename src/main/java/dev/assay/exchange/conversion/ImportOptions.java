package dev.assay.exchange.conversion;

/**
 * What the user decides about an import.
 *
 * @param mapping what the columns of a table become
 */
public record ImportOptions(ColumnMapping mapping) {

    /** Everything as the file has it. */
    public static final ImportOptions DEFAULTS = new ImportOptions(ColumnMapping.AS_IT_IS);
}
