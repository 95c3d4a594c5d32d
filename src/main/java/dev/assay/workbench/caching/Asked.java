package dev.assay.workbench.caching;

import dev.assay.history.Operation;
import dev.assay.llm.ModelId;

/**
 * What calls were made for, and whom they asked.
 *
 * @param operation answers and judges begin differently
 * @param prompt its name, empty where there is none
 */
public record Asked(Operation operation, String prompt, ModelId model) {}
