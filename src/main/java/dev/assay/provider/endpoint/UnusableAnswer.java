package dev.assay.provider.endpoint;

/** An answer is not what the protocol says; the message tells in what, as {@code it has no list of models}. */
public final class UnusableAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableAnswer(String what) {
        super(what);
    }

    /** What is wrong with the answer. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
