package dev.assay.prompt.assist.completion;

/**
 * A name to offer, before it is known how it fits.
 *
 * @param insert what to write; {@code |} marks the caret, which is at the end where it is missing
 */
record Candidate(Completion.Kind kind, String label, String type, String description, String insert) {
    static Candidate of(Completion.Kind kind, String label, String type, String description) {
        return new Candidate(kind, label, type, description, label);
    }

    Candidate inserting(String text) {
        return new Candidate(kind, label, type, description, text);
    }
}
