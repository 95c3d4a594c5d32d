package dev.assay.registry.watch;

/** A part of a workspace that other programs may change. */
public enum Area {
    /** Prompts and partials, and the schemas and tools that they name. */
    PROMPTS,
    /** Files of cases. */
    DATASETS,
    /** Files at the top of the workspace, such as {@code providers.yaml}. */
    SETTINGS,
    /** What git keeps: the branch that is checked out, the index, commits. */
    REPOSITORY
}
