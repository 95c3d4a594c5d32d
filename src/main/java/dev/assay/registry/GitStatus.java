package dev.assay.registry;

/** How the file on disk differs from the last commit. */
public enum GitStatus {
    CLEAN(' '),
    MODIFIED('M'),
    ADDED('A'),
    UNTRACKED('U'),
    DELETED('D'),
    CONFLICT('!');

    private final char letter;

    GitStatus(char letter) {
        this.letter = letter;
    }

    /** One letter to show beside a name. */
    public char letter() {
        return letter;
    }
}
