/** Everything about one answer, beside the grid. */
@NullMarked
package dev.assay.ui.results.detail;

import org.jspecify.annotations.NullMarked;
