package dev.assay.prompt;

import dev.assay.llm.SourceLocation;

/**
 * Something to mend in a prompt file.
 *
 * @param severity how bad
 * @param name the stable short name, such as {@code unclosed-block}
 * @param message what is wrong and how to mend it, one line
 * @param location file, line and column of the start
 * @param start offset of the first character in the file, from 0
 * @param end offset after the last character
 */
public record Diagnostic(Severity severity, String name, String message, SourceLocation location, int start, int end) {

    /** {@code file:line:column: severity: name: message}. */
    @Override
    public String toString() {
        return location + ": " + severity.name().toLowerCase(java.util.Locale.ROOT) + ": " + name + ": " + message;
    }
}
