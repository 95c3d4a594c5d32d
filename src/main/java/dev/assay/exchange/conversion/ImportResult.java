package dev.assay.exchange.conversion;

import dev.assay.exchange.report.Report;
import java.util.List;

/**
 * What a file was turned into. Nothing is written yet.
 *
 * @param prompts may be empty
 * @param datasets may be empty
 * @param report what became of everything in the file
 */
public record ImportResult(List<ImportedPrompt> prompts, List<ImportedDataset> datasets, Report report) {
    public ImportResult {
        prompts = List.copyOf(prompts);
        datasets = List.copyOf(datasets);
    }
}
