package dev.assay.provider.profile;

/** How a provider is told how long a model is to reason. */
public enum Thinking {
    /** By the word for the effort. */
    EFFORT,
    /** By a number of tokens. */
    BUDGET,
    /** The model decides itself, led by the word for the effort. */
    ADAPTIVE
}
