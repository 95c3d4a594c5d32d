/** The grid of cases and variants with its detail pane, shared by the screens that compare and that look back. */
@NullMarked
package dev.assay.ui.results;

import org.jspecify.annotations.NullMarked;
