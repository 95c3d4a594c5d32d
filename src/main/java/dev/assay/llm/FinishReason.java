package dev.assay.llm;

/** Why a model stopped; the provider's own word is kept beside it. */
public enum FinishReason {
    /** It had finished. */
    STOP,
    /** The output cap was reached. */
    LENGTH,
    /** It asks for tools to be called. */
    TOOL_CALLS,
    /** The provider's filter cut the answer. */
    CONTENT_FILTER,
    /** The model declined. */
    REFUSAL,
    /** The provider paused a long turn. */
    PAUSED,
    /** The context window was full. */
    CONTEXT_LIMIT,
    /** The provider failed after it had begun. */
    ERROR,
    /** The provider gave no reason, or one we do not know. */
    UNKNOWN
}
