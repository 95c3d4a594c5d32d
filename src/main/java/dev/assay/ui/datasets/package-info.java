/** The screen where the cases of datasets are edited. */
@NullMarked
package dev.assay.ui.datasets;

import org.jspecify.annotations.NullMarked;
