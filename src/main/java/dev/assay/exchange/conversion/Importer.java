package dev.assay.exchange.conversion;

import dev.assay.exchange.source.ImportSource;

/** Turns a file of another tool into prompts and datasets. Reads nothing but the source and its neighbours. */
@FunctionalInterface
public interface Importer {

    /**
     * Converts a file. What has no equivalent is kept as text where that is possible and always reported.
     *
     * @throws dev.assay.llm.InputException where the text is not of this format; names line and column
     */
    ImportResult read(ImportSource source, ImportOptions options);
}
