package dev.assay.ui.prompts.search;

import dev.assay.registry.search.SearchHit;

/**
 * A place in a prompt.
 *
 * @param name the prompt
 * @param line from 1; 0 for wherever the prompt was left
 * @param column of the first character, from 1
 * @param length in characters; 0 where nothing is to be marked
 */
public record Place(String name, int line, int column, int length) {

    /** The prompt itself. */
    public static Place of(String name) {
        return new Place(name, 0, 1, 0);
    }

    static Place of(SearchHit hit) {
        if (hit.inName()) {
            return of(hit.name());
        }
        return new Place(hit.name(), hit.line(), hit.column(), hit.end() - hit.start());
    }

    /** Whether a line is meant. */
    public boolean isLine() {
        return line > 0;
    }

    /**
     * Offset of the first character.
     *
     * @param text what the editor holds, with lines that end in {@code \n}; where it has become shorter, the nearest
     *     place
     */
    public int start(String text) {
        int lineStart = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', lineStart);
            if (end < 0) {
                return text.length();
            }
            lineStart = end + 1;
        }
        int end = text.indexOf('\n', lineStart);
        return Math.min(lineStart + column - 1, end < 0 ? text.length() : end);
    }

    /** Offset after the last character. */
    public int end(String text) {
        int start = start(text);
        int end = text.indexOf('\n', start);
        return Math.min(start + length, end < 0 ? text.length() : end);
    }
}
