package dev.assay.ui.fx;

import dev.assay.llm.AssayException;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something that went wrong, ready to show.
 *
 * @param summary one line for the user
 * @param details what a report of the fault needs; may be many lines
 */
public record Failure(String summary, String details) {
    /** The failure behind an exception: its own line where it is one of ours, else a line that says it is a fault. */
    public static Failure of(Throwable thrown) {
        var details = new StringWriter();
        thrown.printStackTrace(new PrintWriter(details));
        String summary = thrown instanceof AssayException ours
                ? ours.getMessage()
                : Messages.get("failure.unexpected", String.valueOf(thrown.getMessage()));
        return new Failure(summary, details.toString());
    }
}
