/** Counts tokens and turns usage into money; what is not known stays unknown. */
@NullMarked
package dev.assay.pricing;

import org.jspecify.annotations.NullMarked;
