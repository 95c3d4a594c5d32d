/** A run for other programs: JSON and CSV. */
@NullMarked
package dev.assay.exchange.results.data;

import org.jspecify.annotations.NullMarked;
