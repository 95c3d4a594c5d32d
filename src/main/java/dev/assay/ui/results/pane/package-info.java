/** The grid with its filter, its details and its verdicts, as the screens show it that compare and that look back. */
@NullMarked
package dev.assay.ui.results.pane;

import org.jspecify.annotations.NullMarked;
