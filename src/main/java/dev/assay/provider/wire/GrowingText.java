package dev.assay.provider.wire;

/** Text that arrives in pieces, of which the new ones are taken one after the other. Used by one thread. */
public final class GrowingText {
    private final StringBuilder text = new StringBuilder();
    private int taken;

    /** Adds a piece. */
    public void append(String piece) {
        text.append(piece);
    }

    /** What was added since this was last asked; may be empty. */
    public String takeNew() {
        String piece = text.substring(taken);
        taken = text.length();
        return piece;
    }

    /** All of it. */
    @Override
    public String toString() {
        return text.toString();
    }
}
