package dev.assay.llm;

/** The work was stopped by the user; what was finished before is kept. */
public final class CancelledException extends AssayException {
    private final String partialText;

    public CancelledException(String message) {
        this(message, "");
    }

    public CancelledException(String message, String partialText) {
        super(message, null);
        this.partialText = partialText;
    }

    /** The text that had arrived before the call was cut; may be empty. */
    public String partialText() {
        return partialText;
    }
}
