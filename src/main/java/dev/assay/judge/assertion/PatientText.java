package dev.assay.judge.assertion;

/** A text that ends a search which looks at it for ever, as some patterns do on some texts. Not thread-safe. */
final class PatientText implements CharSequence {
    private static final int LOOKS = 20_000_000;

    private final String text;
    private int looks;

    /** The text was looked at too often. */
    static final class OutOfPatience extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    PatientText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks > LOOKS) {
            throw new OutOfPatience();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
