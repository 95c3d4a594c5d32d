/** The compare screen: variants are set up, run over the cases of a dataset, and measured side by side. */
@NullMarked
package dev.assay.ui.compare;

import org.jspecify.annotations.NullMarked;
