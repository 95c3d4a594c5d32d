package dev.assay.llm.outbound;

/** Why a host is contacted. */
public enum Purpose {
    /** An answer of a model. */
    CHAT,
    /** Answers of a model that were asked for together, to be given later. */
    BATCH,
    /** The list of a provider's models. */
    MODELS,
    /** Vectors of texts. */
    EMBEDDINGS,
    /** Whether a text is safe. */
    MODERATION,
    /** The number of tokens of a prompt. */
    TOKEN_COUNT,
    /** Fetching from and pushing to a remote repository. */
    GIT,
    /** Answers that a team shares. */
    CACHE,
    /** The history that a team shares. */
    HISTORY,
    /** Figures of calls for a collector. */
    TELEMETRY,
    /** The way to another host. */
    PROXY
}
