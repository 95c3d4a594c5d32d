/** The charts of a comparison: how scores spread, case against case, and cost against quality. */
@NullMarked
package dev.assay.ui.results.charts;

import org.jspecify.annotations.NullMarked;
