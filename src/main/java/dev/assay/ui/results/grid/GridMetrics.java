package dev.assay.ui.results.grid;

/**
 * How wide the columns of the grid are.
 *
 * @param caseWidth of the column of cases, in pixels
 * @param columnWidth of each variant's column
 */
record GridMetrics(double caseWidth, double columnWidth) {
    /** Room for five lines of an answer, its scores and its figures. */
    static final double ROW_HEIGHT = 160;

    private static final double NARROWEST = 232;

    /** The columns share the width where they fit; else they are narrow and scroll. */
    static GridMetrics of(double width, int variants, boolean pinned) {
        double cases = Math.clamp(width * 0.16, 120, 260);
        double fitting = (width - cases) / Math.max(1, variants);
        // Something must stay between what is pinned and the right edge.
        double least = pinned ? Math.min(NARROWEST, Math.max(160, (width - cases) / 2)) : NARROWEST;
        return new GridMetrics(cases, Math.max(least, fitting));
    }
}
