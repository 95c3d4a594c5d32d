package dev.assay.llm;

import org.jspecify.annotations.Nullable;

/** The user's input is wrong: they mend it and try again. */
public final class InputException extends AssayException {
    private final @Nullable SourceLocation location;

    /** Input that belongs to no file, such as an argument. */
    public InputException(String message) {
        super(message, null);
        this.location = null;
    }

    /** Input at a place in a file; the message is shown after {@code file:line:column: }. */
    public InputException(SourceLocation location, String message) {
        super(location + ": " + message, null);
        this.location = location;
    }

    /** Where the mistake is, or null where it belongs to no file. */
    public @Nullable SourceLocation location() {
        return location;
    }
}
