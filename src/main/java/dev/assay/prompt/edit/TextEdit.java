package dev.assay.prompt.edit;

/**
 * A change of a text: {@code removed} characters at an offset make room for others.
 *
 * @param offset of the first character that changes, from 0
 * @param removed number of characters that go, 0 or more
 * @param inserted what comes in their place
 */
public record TextEdit(int offset, int removed, String inserted) {

    /** The smallest single change that makes one text of another. */
    public static TextEdit between(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        if (start > 0 && Character.isHighSurrogate(before.charAt(start - 1))) {
            start--;
        }
        if (tail > 0 && Character.isLowSurrogate(before.charAt(before.length() - tail))) {
            tail--;
        }
        return new TextEdit(start, before.length() - tail - start, after.substring(start, after.length() - tail));
    }

    /** The text after the change. */
    public String apply(String text) {
        return text.substring(0, offset) + inserted + text.substring(offset + removed);
    }

    /** Whether it changes nothing. */
    public boolean isEmpty() {
        return removed == 0 && inserted.isEmpty();
    }
}
