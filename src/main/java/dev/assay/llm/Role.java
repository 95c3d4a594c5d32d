package dev.assay.llm;

/** Who speaks a {@link Message}. */
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL
}
