/** Checks on sample values that both sides of a conversion render alike. */
@NullMarked
package dev.assay.exchange.equivalence;

import org.jspecify.annotations.NullMarked;
