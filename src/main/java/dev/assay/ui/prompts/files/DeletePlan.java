package dev.assay.ui.prompts.files;

import dev.assay.registry.GitStatus;
import java.util.List;

/**
 * What a deletion would touch.
 *
 * @param name the prompt
 * @param status how it differs from the last commit, and so how it can be had back
 * @param references files under the workspace that would name a prompt that is gone
 */
public record DeletePlan(String name, GitStatus status, List<String> references) {}
