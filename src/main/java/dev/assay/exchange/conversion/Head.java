package dev.assay.exchange.conversion;

/** Takes so many characters and no more. */
final class Head implements Appendable {
    private final StringBuilder text = new StringBuilder();
    private final int most;

    Head(int most) {
        this.most = most;
    }

    /** No more is wanted. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    String text() {
        return text.toString();
    }

    @Override
    public Appendable append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public Appendable append(CharSequence more, int start, int end) {
        text.append(more, start, Math.min(end, start + most - text.length()));
        if (text.length() == most) {
            throw new Full();
        }
        return this;
    }

    @Override
    public Appendable append(char one) {
        return append(String.valueOf(one), 0, 1);
    }
}
