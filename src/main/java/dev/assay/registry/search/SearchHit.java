package dev.assay.registry.search;

/**
 * A place that was found.
 *
 * @param name the prompt's name
 * @param line from 1; 0 where the name itself was found
 * @param column of the first character, from 1, in characters of Java
 * @param snippet the line, or the part of a long one around the place; the name where that was found
 * @param start where the found text begins in {@code snippet}
 * @param end where it ends there
 */
public record SearchHit(String name, int line, int column, String snippet, int start, int end) {

    /** Whether the name was found rather than text. */
    public boolean inName() {
        return line == 0;
    }
}
