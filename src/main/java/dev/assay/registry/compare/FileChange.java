package dev.assay.registry.compare;

/**
 * A file that differs between two revisions.
 *
 * @param kind what became of it
 * @param path where it is in the second revision, or was in the first where it is gone; from the top of the repository
 * @param oldPath where it was in the first revision; the same unless it was renamed
 * @param oldId id of the content in the first revision; empty where it was not there
 * @param newId id of the content in the second revision; empty where it is gone
 */
public record FileChange(Kind kind, String path, String oldPath, String oldId, String newId) {
    /** What became of a file. */
    public enum Kind {
        ADDED('A'),
        MODIFIED('M'),
        DELETED('D'),
        RENAMED('R');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        /** One letter to show beside a name. */
        public char letter() {
            return letter;
        }
    }
}
