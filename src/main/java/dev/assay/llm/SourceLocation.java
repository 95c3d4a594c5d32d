package dev.assay.llm;

/**
 * A place in a file.
 *
 * @param file the path as the user would name it
 * @param line from 1
 * @param column from 1, in characters
 */
public record SourceLocation(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
