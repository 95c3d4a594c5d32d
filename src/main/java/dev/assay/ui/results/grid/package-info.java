/** The grid of cases and variants. */
@NullMarked
package dev.assay.ui.results.grid;

import org.jspecify.annotations.NullMarked;
