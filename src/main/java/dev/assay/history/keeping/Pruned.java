package dev.assay.history.keeping;

/**
 * What was let go.
 *
 * @param runs whose prompts, answers and scores went
 * @param singles calls of no run whose texts went
 * @param bytesBefore of the file
 * @param bytesAfter of the file; the same as before where nothing went or it was only asked for
 */
public record Pruned(long runs, long singles, long bytesBefore, long bytesAfter) {
    /** Whether anything went. */
    public boolean isNothing() {
        return runs == 0 && singles == 0;
    }
}
