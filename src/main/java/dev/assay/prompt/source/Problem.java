package dev.assay.prompt.source;

/**
 * An error at a place in a text.
 *
 * @param name the stable short name, such as {@code unclosed-block}
 * @param message what is wrong and how to mend it, one line
 * @param start offset of the first character, from 0
 * @param end offset after the last character
 */
public record Problem(String name, String message, int start, int end) {}
