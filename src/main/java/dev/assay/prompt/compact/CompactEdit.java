package dev.assay.prompt.compact;

/**
 * A change that makes a prompt shorter.
 *
 * @param start offset in the file of the first character that goes
 * @param end offset after the last one
 * @param inserted what comes in their place; may be empty
 * @param rule which rule found it
 * @param reason for the user, in a few words
 * @param line of the file that it begins on, from 1
 */
public record CompactEdit(int start, int end, String inserted, CompactRule rule, String reason, int line) {
    public CompactEdit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("An edit from " + start + " to " + end);
        }
    }
}
