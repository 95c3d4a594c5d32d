package dev.assay.workbench;

import dev.assay.exchange.Format;
import dev.assay.exchange.Imports;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportSource;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.llm.InputException;
import dev.assay.registry.PromptRegistry;
import java.util.List;

/** Brings prompts and cases of other tools into a workspace. Thread-safe. */
public final class Exchange {
    private final ImportTarget target;

    Exchange(PromptRegistry registry) {
        this.target = new ImportTarget(registry);
    }

    /**
     * What an import would bring, under names that nothing has yet. Nothing is written.
     *
     * @throws InputException where the source is not of the format; names line and column
     */
    public ImportResult plan(Format format, ImportSource source, ImportOptions options) {
        return target.withFreeNames(Imports.read(format, source, options));
    }

    /**
     * Writes prompts and datasets into the workspace; nothing is committed, nothing overwritten.
     *
     * @return the paths under the workspace
     * @throws InputException where a name is not proper or taken; then nothing is written
     */
    public List<String> write(ImportResult result) {
        return target.write(result);
    }

    /** Why a prompt cannot be imported under its name, in one line; empty where it can. */
    public String problemOf(ImportedPrompt prompt) {
        return target.problemOfPrompt(prompt.name());
    }

    /** Why a dataset cannot be imported under its name, in one line; empty where it can. */
    public String problemOf(ImportedDataset dataset) {
        return target.problemOfDataset(dataset.name());
    }
}
