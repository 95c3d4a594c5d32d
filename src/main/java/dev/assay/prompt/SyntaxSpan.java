package dev.assay.prompt;

/**
 * A stretch of a prompt file of one kind.
 *
 * @param start offset of the first character, from 0
 * @param end offset after the last character
 * @param kind what it is
 */
public record SyntaxSpan(int start, int end, SyntaxKind kind) {}
