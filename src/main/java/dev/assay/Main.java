package dev.assay;

/** Picks the face: arguments go to the command line, none opens the window. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException();
    }
}
