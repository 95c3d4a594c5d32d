package dev.assay.ui.fx;

import dev.assay.llm.AssayException;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something that went wrong, ready to show.
 *
 * @param summary one line for the user
 * @param details what a report of the fault needs; may be many lines
 * @param told whether the user has seen it already, so that no dialog need tell it again
 */
public record Failure(String summary, String details, boolean told) {
    /** The failure behind an exception: its own line where it is one of ours, else a line that says it is a fault. */
    public static Failure of(Throwable thrown) {
        var details = new StringWriter();
        thrown.printStackTrace(new PrintWriter(details));
        String summary = thrown instanceof AssayException ours
                ? ours.getMessage()
                : Messages.get("failure.unexpected", String.valueOf(thrown.getMessage()));
        return new Failure(summary, details.toString(), false);
    }

    /** The same, known to have been seen. */
    public Failure asTold() {
        return new Failure(summary, details, true);
    }
}
