/** How scores, figures and differences are written, the same wherever results are shown. */
@NullMarked
package dev.assay.ui.results;

import org.jspecify.annotations.NullMarked;
