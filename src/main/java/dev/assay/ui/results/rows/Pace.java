package dev.assay.ui.results.rows;

/** How fast the pieces of an answer arrive. Providers send about a token a piece. */
final class Pace {
    private static final double SECOND = 1e9;

    private long first;
    private long last;
    private int pieces;

    void piece(long at) {
        if (pieces == 0) {
            first = at;
        }
        last = at;
        pieces++;
    }

    /** Pieces a second since the first; 0 where that cannot be told yet. */
    double rate() {
        return last <= first ? 0 : (pieces - 1) * SECOND / (last - first);
    }
}
