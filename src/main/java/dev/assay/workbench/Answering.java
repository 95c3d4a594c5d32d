package dev.assay.workbench;

import dev.assay.llm.LlmProvider;

/**
 * Who answers in a run.
 *
 * @param answers what is compared
 * @param judges those who judge
 */
record Answering(LlmProvider answers, LlmProvider judges) {}
