package dev.assay.exchange.exporting;

import dev.assay.experiment.Dataset;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PartialSource;
import dev.assay.prompt.PromptTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Something to export.
 *
 * @param name the prompt's name
 * @param prompt a template without errors
 * @param partials where its partials are
 * @param dataset its cases, or null
 * @param model the model to name, or null for none
 * @param destination where code sends it; used by code exports only
 */
public record ExportRequest(
        String name,
        PromptTemplate prompt,
        PartialSource partials,
        @Nullable Dataset dataset,
        @Nullable ModelId model,
        Destination destination) {}
