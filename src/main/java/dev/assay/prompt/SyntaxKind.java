package dev.assay.prompt;

/** What a stretch of a prompt file is, for colouring. */
public enum SyntaxKind {
    FRONT_MATTER_FENCE,
    FRONT_MATTER_KEY,
    FRONT_MATTER_VALUE,
    COMMENT,
    DELIMITER,
    KEYWORD,
    HELPER,
    VARIABLE,
    PARTIAL,
    STRING,
    NUMBER,
    ERROR
}
