/** A run in the shape of promptfoo's results. */
@NullMarked
package dev.assay.exchange.results.promptfoo;

import org.jspecify.annotations.NullMarked;
