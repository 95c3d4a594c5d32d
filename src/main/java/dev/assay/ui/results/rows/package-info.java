/** The rows, columns and cells of a comparison as they fill, without anything of the window. */
@NullMarked
package dev.assay.ui.results.rows;

import org.jspecify.annotations.NullMarked;
